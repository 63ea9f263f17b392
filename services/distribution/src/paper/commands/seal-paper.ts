import { type Refusal, refuse } from '@sillok/kernel';
import type { PaperSealed } from '@sillok/schemas/events/distribution/paper-sealed';
import type { PaperState } from '../state.ts';

export interface SealPaper {
  readonly type: 'SealPaper';
  readonly sealed: PaperSealed['data'];
  readonly digitisationDigest: string;
}

/** There is one proof of the scan; a second one would prove another. */
export function sealPaper(
  { sealed, digitisationDigest }: SealPaper,
  state: PaperState,
): readonly PaperSealed[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.isSealed) return refuse('already-exists', 'documentId');
  return [{ type: 'distribution.PaperSealed.v1', data: sealed, sealed: { digitisationDigest } }];
}
