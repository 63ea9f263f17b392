import { SillokError } from '@sillok/kernel';

/** The fault of every reader and writer here; `at` is an offset in bytes. */
export function malformed(reason: string, at?: number): SillokError {
  return new SillokError('PDF_MALFORMED', reason, at === undefined ? {} : { details: { at } });
}

/** The fault for what is legal and yet not read here: nothing can be said about such a file, neither good nor bad. */
export function unsupported(what: string, at?: number): SillokError {
  const details = { unsupported: what, ...(at === undefined ? {} : { at }) };
  return new SillokError('PDF_MALFORMED', `${what} are not read here`, { details });
}
