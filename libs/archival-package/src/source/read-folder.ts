import { createReadStream, type Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RawContainer, RawEntry } from './package-source.ts';

/** Lists a folder and all below it; links are listed, never followed. */
export async function readFolder(path: string, maxEntries: number): Promise<RawContainer> {
  const name = basename(path);
  const entries: RawEntry[] = [];
  const waiting: { disk: string; name: string }[] = [{ disk: path, name }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await sorted(folder.disk)) {
      const disk = join(folder.disk, entry.name);
      const inside = `${folder.name}/${entry.name}`;
      entries.push(await rawEntry(entry, disk, inside));
      if (entry.isDirectory()) waiting.push({ disk, name: inside });
      if (entries.length > maxEntries) return { name, kind: 'folder', entries, damages: [], close };
    }
  }
  return { name, kind: 'folder', entries, damages: [], close };
}

async function sorted(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function rawEntry(entry: Dirent, disk: string, name: string): Promise<RawEntry> {
  const open = async () => createReadStream(disk);
  if (entry.isFile()) return { name, kind: 'file', size: (await lstat(disk)).size, open };
  const kind = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';
  return { name, kind, size: 0, open };
}

async function close(): Promise<void> {
  // Files of a folder are opened and closed one by one.
}
