import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { PaperRefused } from '@sillok/schemas/events/approval/paper-refused';
import type { CaseState } from '../state.ts';

export interface RefusePaper {
  readonly type: 'RefusePaper';
  readonly refusal: PaperRefused['data'];
}

export function refusePaper(command: RefusePaper, state: CaseState): readonly ApprovalEvent[] | Refusal {
  if (state.status === 'none') return refuse('not-found', 'documentId');
  if (state.status === 'established') return refuse('already-established', 'documentId');
  if (state.status !== 'freezing' || state.version !== command.refusal.version) return [];
  return [{ type: 'approval.PaperRefused.v1', data: command.refusal }];
}
