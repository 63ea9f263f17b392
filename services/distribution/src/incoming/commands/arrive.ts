import { type Refusal, refuse } from '@sillok/kernel';
import type { DocumentArrived } from '@sillok/schemas/events/distribution/document-arrived';
import type { IncomingState } from '../state.ts';

export interface Arrive {
  readonly type: 'Arrive';
  readonly arrived: DocumentArrived['data'];
  readonly title: string;
}

/** The same message again is no second document; another message under the same identity is none at all. */
export function arrive({ arrived, title }: Arrive, state: IncomingState): readonly DocumentArrived[] | Refusal {
  if (state.status === 'none') {
    return [{ type: 'distribution.DocumentArrived.v1', data: arrived, sealed: { title } }];
  }
  return state.arrived.containerDigest === arrived.containerDigest
    ? []
    : refuse('exchange-identity-reused', 'dispatchId');
}
