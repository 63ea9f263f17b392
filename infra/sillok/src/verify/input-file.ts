import { readFileSync, statSync } from 'node:fs';
import { SillokError } from '@sillok/kernel';

/** What was asked cannot be answered, as it was asked wrongly: exit code 2. */
export function wrongUse(message: string, field?: string): SillokError {
  return new SillokError('input-invalid', message, { field });
}

/** Throws input-invalid where there is no such file. */
export function readInput(path: string, field?: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw wrongUse(`${path} cannot be read: ${cause}`, field);
  }
}

export function readIfThere(path: string): Uint8Array | undefined {
  return isFile(path) ? readInput(path) : undefined;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
