import { type Refusal, refuse } from '@sillok/kernel';
import type { AcknowledgementIssued } from '@sillok/schemas/events/distribution/acknowledgement-issued';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { IncomingState } from '../state.ts';

export interface IssueAcknowledgement {
  readonly type: 'IssueAcknowledgement';
  readonly kind: AcknowledgementKind;
  readonly acknowledgementAddress: string;
  readonly acknowledgementDigest: string;
  readonly previous: string | null;
}

/** Each kind once, chained to the one before. */
export function issueAcknowledgement(
  command: IssueAcknowledgement,
  state: IncomingState,
): readonly AcknowledgementIssued[] | Refusal {
  const { kind, acknowledgementAddress, acknowledgementDigest, previous } = command;
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.issued.some((one) => one.kind === kind)) return [];
  if ((state.issued.at(-1)?.digest ?? null) !== previous) return refuse('statement-outdated', 'previous');
  const { documentId, senderId, dispatchId } = state.arrived;
  const data = { documentId, senderId, dispatchId, kind, acknowledgementAddress, acknowledgementDigest, previous };
  return [{ type: 'distribution.AcknowledgementIssued.v1', data }];
}
