import { SillokError } from '@sillok/kernel';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that mean something to who runs the house. */
const codes = new Map<number, SillokError['code']>([
  [5, 'DATA_FOLDER_IN_USE'],
  [11, 'DATA_FOLDER_DAMAGED'],
  [13, 'DISK_FULL'],
  [26, 'DATA_FOLDER_DAMAGED'],
]);

export function sqliteFault(error: unknown, file: string): SillokError {
  if (error instanceof SillokError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SillokError(codes.get(resultCode(error)) ?? 'UNEXPECTED', message, { cause: error, details: { file } });
}

/** The same where it is known what the error means; everything else goes on as it is. */
export function isDiskFull(error: unknown): boolean {
  return codes.get(resultCode(error)) === 'DISK_FULL';
}

// The low byte of an extended result code is the primary one.
function resultCode(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 0;
  return error.errcode % 256;
}
