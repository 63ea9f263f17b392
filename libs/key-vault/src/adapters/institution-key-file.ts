import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { type InstitutionKey, institutionKeyOf } from '../institution-key.ts';

/**
 * Makes the key, once, at founding; an existing file is never overwritten (EEXIST). Durable when answered, and whole
 * from the first moment on: a crash leaves no key or all of it.
 */
export function foundInstitutionKey({ file }: { readonly file: string }): InstitutionKey {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, randomBytes(keyLength));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  linkSync(part, file);
  rmSync(part);
  syncFolderOf(file);
  return fileInstitutionKey({ file });
}

/** Reads the key. Throws KEY_UNWRAP_FAILED where it is absent, has not 32 bytes or is open to other users. */
export function fileInstitutionKey({ file }: { readonly file: string }): InstitutionKey {
  const bytes = read(file);
  if (bytes.length !== keyLength) throw unusable(`has ${bytes.length} bytes, not ${keyLength}`);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw unusable('is open to other users; its mode must be 0600');
  }
  return institutionKeyOf(bytes);
}

const keyLength = 32;

function read(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw unusable('cannot be read', cause);
  }
}

function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function unusable(why: string, cause?: unknown): SillokError {
  return new SillokError('KEY_UNWRAP_FAILED', `the file of the institution's key ${why}`, { cause });
}
