import { type Refusal, refuse } from '@sillok/kernel';
import type { RedistributionRequested } from '@sillok/schemas/events/distribution/redistribution-requested';
import type { IncomingState } from '../state.ts';

export interface RequestRedistribution {
  readonly type: 'RequestRedistribution';
  readonly personId: string;
  readonly reason: string;
}

/** Only before the receipt: what is registered is this unit's. */
export function requestRedistribution(
  { personId, reason }: RequestRedistribution,
  state: IncomingState,
): readonly RedistributionRequested[] | Refusal {
  if (state.status !== 'in-unit' || state.unitId === undefined) return refuse('receipt-not-open', 'documentId');
  const { documentId, senderId, dispatchId } = state.arrived;
  const data = { documentId, senderId, dispatchId, unitId: state.unitId, personId };
  return [{ type: 'distribution.RedistributionRequested.v1', data, sealed: { reason } }];
}
