import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SillokError } from '@sillok/kernel';

export interface DurableFiles {
  /** The bytes are on the disk under this path when answered, whole or (DISK_FULL, any other failure) not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** The removal is on the disk when answered. */
  remove(path: string): Promise<void>;
  /** What a crash left under `path` is made durable. */
  settle(path: string): Promise<void>;
}

/** Files below `root`, written by way of `temporary`, which is on the same file system. */
export function durableFiles(root: string, temporary: string): DurableFiles {
  const settled = new Set<string>();
  let count = 0;

  const settleFolders = async (folder: string): Promise<void> => {
    if (settled.has(folder)) return;
    await mkdir(folder, { recursive: true });
    for (const each of chain(folder, resolve(root))) await syncFolder(each);
    settled.add(folder);
  };

  const moveIntoPlace = async (from: string, path: string, bytes: Uint8Array): Promise<void> => {
    await settleFolders(dirname(path));
    await writeAndSync(from, bytes);
    await rename(from, path);
    await syncFolder(dirname(path));
  };

  return {
    async write(path, bytes) {
      count += 1;
      const from = resolve(temporary, String(count));
      try {
        await moveIntoPlace(from, path, bytes);
      } catch (error) {
        await rm(from, { force: true });
        throw asDiskFull(error);
      }
    },
    async remove(path) {
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(ignoreAbsent);
    },
    async settle(path) {
      await settleFolders(dirname(path));
      await syncFolder(dirname(path));
    },
  };
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

// A rename or a new name is durable only once its folder is; Windows has no such call and needs none.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// Where there is no folder there was no file.
function ignoreAbsent(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

function chain(folder: string, root: string): readonly string[] {
  const from = resolve(folder);
  return from === root || from === dirname(from) ? [from] : [from, ...chain(dirname(from), root)];
}

function asDiskFull(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') return error;
  return new SillokError('DISK_FULL', 'no room left for an object', { cause: error });
}
