import { type Refusal, refuse } from '@sillok/kernel';
import type { AcknowledgementSent } from '@sillok/schemas/events/distribution/acknowledgement-sent';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { IncomingState } from '../state.ts';

export interface RecordSending {
  readonly type: 'RecordSending';
  readonly kind: AcknowledgementKind;
}

export function recordSending({ kind }: RecordSending, state: IncomingState): readonly AcknowledgementSent[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.sent.includes(kind)) return [];
  const { documentId, senderId, dispatchId } = state.arrived;
  return [{ type: 'distribution.AcknowledgementSent.v1', data: { documentId, senderId, dispatchId, kind } }];
}
