import { type DirectoryState, dateAt, type Seal, sealInForce } from '@sillok/authority';
import { SillokError } from '@sillok/kernel';

/** The institution's seal on the civil date of `at`. Throws seal-not-valid-now where none is in force. */
export function sealToAffix(directory: DirectoryState, at: string): Seal {
  const seal = sealInForce(directory, 'institution', dateAt(directory, at));
  if (seal === undefined) throw new SillokError('seal-not-valid-now', 'no seal is in force', { field: 'seal' });
  return seal;
}
