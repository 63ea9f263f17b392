import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SillokError } from '@sillok/kernel';
import type { PackageLimits } from '../limits.ts';
import { arrange } from './arrange.ts';
import type { PackageSource, RawContainer } from './package-source.ts';
import { readFolder } from './read-folder.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';

/** Opens a folder, zip or tar by what it is, not by its name. Throws `input-invalid` where there is none of them. */
export async function openSource(path: string, limits: PackageLimits): Promise<PackageSource> {
  return arrange(await containerAt(resolve(path), limits.entries), limits);
}

async function containerAt(path: string, maxEntries: number): Promise<RawContainer> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw notAPackage('there is no such file or folder');
  if (found.isDirectory()) return readFolder(path, maxEntries);
  if (!found.isFile()) throw notAPackage('this is neither a file nor a folder');
  const start = await firstBytes(path);
  if (start.subarray(257, 262).toString('latin1') === 'ustar') return readTar(path, maxEntries);
  if (start.subarray(0, 2).toString('latin1') === 'PK') return readZip(path, maxEntries);
  throw notAPackage('this is neither a folder nor a zip nor a plain tar');
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function notAPackage(message: string): SillokError {
  return new SillokError('input-invalid', message, { field: 'PATH' });
}
