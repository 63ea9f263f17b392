import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SillokError } from '@sillok/kernel';
import type { PackageLimits } from '../limits.ts';
import { arrange } from './arrange.ts';
import type { PackageInput } from './package-input.ts';
import type { PackageSource, RawContainer } from './package-source.ts';
import { accessToBytes, accessToFile } from './random-access.ts';
import { readFolder } from './read-folder.ts';
import { readTar } from './read-tar.ts';
import { readZip } from './read-zip.ts';

/** Opens a folder, zip or tar by what it is, not by its name. Throws `input-invalid` where there is none of them. */
export async function openSource(input: PackageInput, limits: PackageLimits): Promise<PackageSource> {
  const { entries } = limits;
  const container = typeof input === 'string' ? containerAt(resolve(input), entries) : containerIn(input, entries);
  return arrange(await container, limits);
}

async function containerAt(path: string, maxEntries: number): Promise<RawContainer> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw notAPackage('there is no such file or folder');
  if (found.isDirectory()) return readFolder(path, maxEntries);
  if (!found.isFile()) throw notAPackage('this is neither a file nor a folder');
  const access = await accessToFile(path);
  const kind = kindOf(await access.read(0, startSize));
  if (kind === 'tar') return readTar(basename(path), access, maxEntries);
  await access.close();
  if (kind === 'zip') return readZip(basename(path), path, maxEntries);
  throw notAPackage('this is neither a folder nor a zip nor a plain tar');
}

async function containerIn({ name, bytes }: Exclude<PackageInput, string>, maxEntries: number): Promise<RawContainer> {
  const kind = kindOf(bytes.subarray(0, startSize));
  if (kind === 'tar') return readTar(name, accessToBytes(bytes), maxEntries);
  if (kind === 'zip') return readZip(name, bytes, maxEntries);
  throw notAPackage('this is neither a zip nor a plain tar');
}

const startSize = 512;

function kindOf(start: Uint8Array): 'zip' | 'tar' | undefined {
  const text = Buffer.from(start).toString('latin1');
  if (text.slice(257, 262) === 'ustar') return 'tar';
  return text.startsWith('PK') ? 'zip' : undefined;
}

function notAPackage(message: string): SillokError {
  return new SillokError('input-invalid', message, { field: 'PATH' });
}
