import { type CivilDate, type Refusal, refuse } from '@sillok/kernel';
import type { PaperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { PaperState } from '../state.ts';

export interface ScanPaper {
  readonly type: 'ScanPaper';
  readonly scanned: PaperScanned['data'];
  readonly sealed: PaperScanned['sealed'];
  /** The civil date of the institution. */
  readonly today: CivilDate;
}

/** A letter comes in before it is scanned, and is scanned once. */
export function scanPaper({ scanned, sealed, today }: ScanPaper, state: PaperState): readonly PaperScanned[] | Refusal {
  if (state.status !== 'none') return refuse('already-exists', 'documentId');
  if (scanned.arrivedOn > today) return refuse('input-invalid', 'arrivedOn', { rule: 'no day that is yet to come' });
  return [{ type: 'distribution.PaperScanned.v1', data: scanned, sealed }];
}
