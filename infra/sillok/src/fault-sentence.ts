import { statfsSync } from 'node:fs';
import { messageFor } from '@sillok/schemas/messages/message-for';
import { type ErrorCode, faults, refusals } from '@sillok/schemas/vocabulary/errors';

/** One sentence for whoever stands before the terminal. `folder` is where the failed work was done. */
export function faultSentence(error: unknown, folder?: string): string {
  const code = codeOf(error) ?? (isWriteFault(error) && isFull(folder) ? 'DISK_FULL' : undefined);
  const said = error instanceof Error ? oneLine(error.message) : String(error);
  if (code === undefined || code === 'UNEXPECTED') return `sillok: ${said}`;
  const details = Object(error).details;
  const more = said === '' ? '' : ` (${said})`;
  return `sillok: ${messageFor(code, 'en', Object.fromEntries(Object.entries(details ?? {})))}${more}`;
}

function codeOf(error: unknown): ErrorCode | undefined {
  const { code, errcode } = Object(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'DISK_FULL';
  if (code === 'ERR_SQLITE_ERROR') return ofSqlite.get(Number(errcode) % 256);
  return [...refusals, ...faults].find((one): one is ErrorCode => one === code);
}

/** Primary result codes (https://sqlite.org/rescode.html). */
const ofSqlite = new Map<number, ErrorCode>([
  [5, 'DATA_FOLDER_IN_USE'],
  [11, 'DATA_FOLDER_DAMAGED'],
  [13, 'DISK_FULL'],
  [26, 'DATA_FOLDER_DAMAGED'],
]);

/** SQLITE_IOERR: what SQLite says of a disk that fills while it writes, and of one that breaks. */
function isWriteFault(error: unknown): boolean {
  const { code, errcode } = Object(error);
  return code === 'ERR_SQLITE_ERROR' && Number(errcode) % 256 === 10;
}

const littleRoom = 256 * 1024;

function isFull(folder: string | undefined): boolean {
  if (folder === undefined) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < littleRoom;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
