import type { Folded } from '@sillok/decider';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import type { PaperFrozen } from '@sillok/schemas/events/approval/paper-frozen';

export type CaseState = { readonly status: 'none' } | CaseInHand;

export interface CaseInHand {
  /** `freezing`: the paper of the current version is being made. The last four are ends. */
  readonly status: 'freezing' | 'in-review' | 'returned' | 'withdrawn' | 'refused' | 'established';
  readonly opened: CaseOpened['data'];
  readonly version: number;
  readonly textAddress: string;
  /** The frozen papers, newest last; every version stays retrievable. */
  readonly papers: readonly PaperFrozen['data'][];
  /** The step that is to act, counted from 1. */
  readonly pendingStep: number;
  readonly acts: readonly SignedAct[];
}

export interface SignedAct {
  readonly step: number;
  readonly version: number;
  readonly personId: string;
  readonly statementAddress: string;
}

export const initialState: CaseState = { status: 'none' };

export function evolve(state: CaseState, event: Folded<ApprovalEvent>): CaseState {
  if (event.type === 'approval.CaseOpened.v1') return openCase(event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'approval.PaperFrozen.v1':
      return { ...state, status: 'in-review', papers: [...state.papers, event.data] };
    case 'approval.PaperRefused.v1':
      return { ...state, status: 'refused' };
    case 'approval.DocumentModifiedInReview.v1': {
      const { version, textAddress } = event.data;
      return { ...state, status: 'freezing', version, textAddress };
    }
    case 'approval.SubmissionWithdrawn.v1':
      return { ...state, status: 'withdrawn' };
    case 'approval.SubmissionSigned.v1':
    case 'approval.DocumentReviewed.v1':
    case 'approval.ConcurrenceGiven.v1':
    case 'approval.ConcurrenceGivenWithDissent.v1':
    case 'approval.DocumentApproved.v1':
      return { ...state, pendingStep: event.data.step + 1, acts: [...state.acts, actOf(event.data)] };
    case 'approval.DocumentReturned.v1':
      return { ...state, status: 'returned', acts: [...state.acts, actOf(event.data)] };
    case 'approval.DocumentEstablished.v1':
      return { ...state, status: 'established' };
    case 'approval.PostReportRequired.v1':
      return state;
  }
}

function openCase(opened: CaseOpened['data']): CaseInHand {
  return {
    status: 'freezing',
    opened,
    version: 1,
    textAddress: opened.textAddress,
    papers: [],
    pendingStep: 1,
    acts: [],
  };
}

function actOf({ step, version, personId, statementAddress }: SignedAct): SignedAct {
  return { step, version, personId, statementAddress };
}
