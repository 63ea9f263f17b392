import { SillokError } from '@sillok/kernel';

/** The fault of every reader and writer here; `at` is an offset in bytes. */
export function malformed(reason: string, at?: number): SillokError {
  return new SillokError('PDF_MALFORMED', reason, at === undefined ? {} : { details: { at } });
}
