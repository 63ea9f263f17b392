import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { PaperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import type { CaseState } from '../state.ts';

export interface RecordPaper {
  readonly type: 'RecordPaper';
  readonly paper: PaperFrozen['data'];
  readonly paperDigest: string;
  readonly manifestDigest: string;
}

/** A paper of an older version, or one that is there already, changes nothing. */
export function recordPaper(command: RecordPaper, state: CaseState): readonly ApprovalEvent[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.status === 'established') return refuse('already-established', 'documentId');
  if (state.status !== 'freezing' || state.version !== command.paper.version) return [];
  const { paperDigest, manifestDigest } = command;
  return [{ type: 'approval.PaperFrozen.v1', data: command.paper, sealed: { paperDigest, manifestDigest } }];
}
