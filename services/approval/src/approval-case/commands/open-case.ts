import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import type { CaseState } from '../state.ts';

export interface OpenCase {
  readonly type: 'OpenCase';
  readonly case: CaseOpened['data'];
  readonly title: string;
}

export function openCase(command: OpenCase, state: CaseState): readonly ApprovalEvent[] | Refusal {
  if (state.status !== 'none') return refuse('already-exists', 'documentId');
  return [{ type: 'approval.CaseOpened.v1', data: command.case, sealed: { title: command.title } }];
}
