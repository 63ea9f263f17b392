import { type CivilDate, type Refusal, refuse } from '@sillok/kernel';
import type { DistributedToUnit } from '@sillok/schemas/events/distribution/distributed-to-unit';
import type { IncomingState } from '../state.ts';

export interface DistributeToUnit {
  readonly type: 'DistributeToUnit';
  readonly personId: string;
  readonly unitId: string;
  readonly unitExists: boolean;
  /** The day by which the sender had to reach us, where the law sets one. */
  readonly dueOn?: CivilDate;
}

export function distributeToUnit(
  { personId, unitId, unitExists, dueOn }: DistributeToUnit,
  state: IncomingState,
): readonly DistributedToUnit[] | Refusal {
  if (state.status !== 'in-registry') return refuse('receipt-not-open', 'documentId');
  if (!unitExists) return refuse('unit-unknown', 'unitId');
  const { documentId, senderId, dispatchId } = state.arrived;
  const deadline = dueOn === undefined ? {} : { dueOn };
  const data = { documentId, senderId, dispatchId, unitId, personId, ...deadline };
  return [{ type: 'distribution.DistributedToUnit.v1', data }];
}
