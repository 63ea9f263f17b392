import { type Refusal, refuse } from '@sillok/kernel';
import type { PaperDistributed } from '@sillok/schemas/events/distribution/paper-distributed';
import type { PaperState } from '../state.ts';

export interface DistributePaper {
  readonly type: 'DistributePaper';
  readonly documentId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly unitExists: boolean;
}

/** Until it is received the registry may give it to another unit, whose business it turns out to be (재배부). */
export function distributePaper(
  { documentId, personId, unitId, unitExists }: DistributePaper,
  state: PaperState,
): readonly PaperDistributed[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.status === 'received') return refuse('receipt-not-open', 'documentId');
  if (!unitExists) return refuse('unit-unknown', 'unitId');
  return [{ type: 'distribution.PaperDistributed.v1', data: { documentId, unitId, personId } }];
}
