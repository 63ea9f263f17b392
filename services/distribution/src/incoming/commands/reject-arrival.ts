import type { ArrivalRejected } from '@sillok/schemas/events/distribution/arrival-rejected';
import type { IncomingState } from '../state.ts';

export interface RejectArrival {
  readonly type: 'RejectArrival';
  readonly rejected: ArrivalRejected['data'];
}

/** Says only that something came and was refused; whatever arrived before stays as it is. */
export function rejectArrival({ rejected }: RejectArrival, _state: IncomingState): readonly ArrivalRejected[] {
  return [{ type: 'distribution.ArrivalRejected.v1', data: rejected }];
}
