import type { ActingPerson } from '@sillok/authority';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalEvent } from '@sillok/schemas/events/approval/all';
import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import type { ApprovalMode, LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import type { CaseInHand, CaseState } from '../state.ts';
import { underReview } from '../under-review.ts';

/** A person of the line signed a statement. Signature and certificate were verified before; the rules are here. */
export interface ActOnStep {
  readonly type: 'ActOnStep';
  readonly documentId: string;
  readonly decision: StepDecision;
  /** What the directory says about the person now: may they act on the pending step? */
  readonly acting: ActingPerson | Refusal;
  readonly opinion: string | undefined;
  /** What the statement was made for; another version or step in the meantime makes it worthless. */
  readonly statement: {
    readonly version: number;
    readonly step: number;
    readonly digest: string;
    readonly address: string;
    readonly signatureAddress: string;
    readonly certificateDigest: string;
    readonly controlClass: string;
  };
  readonly establishment: Establishment | Refusal;
}

/** What is pinned when the document comes into being; checked before the approver can sign. */
export interface Establishment {
  readonly at: string;
  readonly mode: ApprovalMode;
  readonly register: { readonly scope: string; readonly year: number; readonly book: string };
  readonly title: string;
  readonly paperDigest: string;
}

const decisionsOf: Readonly<Record<StepRole, readonly StepDecision[]>> = {
  drafter: ['submitted'],
  reviewer: ['reviewed', 'returned'],
  'concurring-officer': ['concurred', 'concurred-with-dissent'],
  approver: ['approved', 'returned'],
};

export function actOnStep(command: ActOnStep, state: CaseState): readonly ApprovalEvent[] | Refusal {
  const review = underReview(state);
  if (isRefusal(review)) return review;
  const { open, step } = review;
  if (command.statement.step !== step.step) return refuse('step-not-pending', 'step', { pending: step.step });
  if (isRefusal(command.acting)) return command.acting;
  if (command.statement.version !== open.version) return refuse('statement-outdated', 'statement');
  if (!decisionsOf[step.role].includes(command.decision)) {
    return refuse('not-permitted', 'decision', { role: step.role, decision: command.decision });
  }
  const opinion = checkOpinion(command);
  if (opinion !== undefined) return opinion;
  return command.decision === 'approved'
    ? approve(command, open, step)
    : [signedEvent(command, open, step, command.acting)];
}

function checkOpinion({ decision, opinion }: ActOnStep): Refusal | undefined {
  const said = (opinion ?? '').trim() !== '';
  if (decision === 'returned' && !said) return refuse('reason-required', 'opinion');
  if (decision === 'concurred-with-dissent' && !said) return refuse('opinion-required', 'opinion');
  return undefined;
}

function actData(command: ActOnStep, open: CaseInHand, step: LineStep, acting: ActingPerson) {
  return {
    documentId: command.documentId,
    version: open.version,
    step: step.step,
    personId: acting.personId,
    appointmentId: acting.appointmentId,
    ...(acting.principalId === undefined ? {} : { principalId: acting.principalId }),
    statementAddress: command.statement.address,
    signatureAddress: command.statement.signatureAddress,
    certificateDigest: command.statement.certificateDigest,
    controlClass: command.statement.controlClass,
  };
}

const eventOf = {
  submitted: 'approval.SubmissionSigned.v1',
  reviewed: 'approval.DocumentReviewed.v1',
  concurred: 'approval.ConcurrenceGiven.v1',
  'concurred-with-dissent': 'approval.ConcurrenceGivenWithDissent.v1',
  returned: 'approval.DocumentReturned.v1',
} as const;

function signedEvent(command: ActOnStep, open: CaseInHand, step: LineStep, acting: ActingPerson): ApprovalEvent {
  const { decision, opinion } = command;
  const type = eventOf[decision === 'approved' ? 'reviewed' : decision];
  return {
    type,
    data: actData(command, open, step, acting),
    sealed: { statementDigest: command.statement.digest, opinion },
  };
}

/** 결재: the document comes into being with this signature (ADM 6①), and everything numbering needs is pinned. */
function approve(command: ActOnStep, open: CaseInHand, step: LineStep): readonly ApprovalEvent[] | Refusal {
  const { acting, establishment } = command;
  const paper = open.papers.at(-1);
  if (isRefusal(acting)) return acting;
  if (isRefusal(establishment)) return establishment;
  if (paper?.version !== open.version) return refuse('paper-not-frozen', 'documentId');
  const { opened } = open;
  const { at, mode, register, title, paperDigest } = establishment;
  const data = { ...actData(command, open, step, acting), mode };
  const approved: ApprovalEvent = {
    type: 'approval.DocumentApproved.v1',
    data,
    sealed: { statementDigest: command.statement.digest, opinion: command.opinion },
  };
  const established: ApprovalEvent = {
    type: 'approval.DocumentEstablished.v1',
    data: {
      documentId: command.documentId,
      at,
      version: open.version,
      unitId: opened.unitId,
      drafterId: opened.drafterId,
      approverId: acting.personId,
      outgoing: opened.outgoing,
      classification: opened.classification,
      register,
      textAddress: open.textAddress,
      paperAddress: paper.paperAddress,
      manifestAddress: paper.manifestAddress,
      packDigest: opened.packDigest,
    },
    sealed: { title, paperDigest },
  };
  return [approved, established, ...postReport(command, open, acting)];
}

function postReport(command: ActOnStep, open: CaseInHand, acting: ActingPerson): readonly ApprovalEvent[] {
  if (acting.principalId === undefined || !open.opened.classification.important) return [];
  const data = { documentId: command.documentId, proxyId: acting.personId, principalId: acting.principalId };
  return [{ type: 'approval.PostReportRequired.v1', data }];
}
