import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SillokError } from '@sillok/kernel';

const busy = 5;

/**
 * Takes the whole data folder for this process, before anything in it is touched. The lock is the operating system's,
 * so it ends with its process however that ends. Throws DATA_FOLDER_IN_USE.
 */
export function lockFolder(file: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === busy)) throw error;
    throw new SillokError('DATA_FOLDER_IN_USE', `${dirname(file)} is in use`, { cause: error, details: { file } });
  }
  return { release: () => lock.close() };
}
