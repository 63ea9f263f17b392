import { SillokError } from '@sillok/kernel';

/** CONTAINER_MALFORMED, with the entry that it is about where there is one. */
export function malformed(message: string, entry?: string, cause?: unknown): SillokError {
  const text = entry === undefined ? message : `${message}: ${JSON.stringify(entry)}`;
  return new SillokError('CONTAINER_MALFORMED', text, { details: entry === undefined ? {} : { entry }, cause });
}
