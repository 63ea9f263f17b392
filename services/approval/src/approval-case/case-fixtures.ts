import type { Refusal } from '@sillok/kernel';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import type { PaperFrozen } from '@sillok/schemas/events/approval/paper-frozen';
import type { StepDecision } from '@sillok/schemas/statements/step-statement';
import type { LineStep, StepRole } from '@sillok/schemas/vocabulary/line';
import type { ActOnStep, Establishment } from './commands/act-on-step.ts';

/** What the specifications of a case begin with: a line of drafter, reviewer, concurring officer and approver. */
export const documentId = 'document-00001';

export const line: LineStep[] = [
  lineStep(1, 'drafter', 'officer', '주무관'),
  lineStep(2, 'reviewer', 'second', '사무관'),
  lineStep(3, 'concurring-officer', 'budget', '예산과장'),
  lineStep(4, 'approver', 'division', '과장'),
];

export const lineDecisions: readonly StepDecision[] = ['submitted', 'reviewed', 'concurred', 'approved'];

function lineStep(step: number, role: StepRole, who: string, position: string): LineStep {
  const unitId = who === 'budget' ? 'unit-budget' : 'unit-division';
  return { step, role, personId: `person-${who}`, appointmentId: `post-${who}`, unitId, position };
}

export function opened(more: Partial<CaseOpened['data']> = {}) {
  const data: CaseOpened['data'] = {
    documentId,
    submissionEventId: 'event-00001',
    drafterId: 'person-officer',
    unitId: 'unit-division',
    classification: {
      form: 'general-draft',
      language: 'ko',
      unitTaskId: 'task-disclosure',
      folderId: 'folder-00001',
      matter: 'costly',
      disclosure: { class: 'open', grounds: [] },
      important: false,
    },
    textAddress: '1'.repeat(64),
    attachments: [],
    outgoing: true,
    line,
    basis: { level: 'division-head', directoryEventId: 'event-00002' },
    packDigest: 'a'.repeat(64),
    ...more,
  };
  return { type: 'approval.CaseOpened.v1', data } as const;
}

export function frozen(version = 1) {
  const renderer = { name: 'typst', version: '1', templateDigest: 'b'.repeat(64), fontsDigest: 'c'.repeat(64) };
  const data: PaperFrozen['data'] = {
    documentId,
    version,
    paperAddress: String(version).repeat(64),
    paperBytes: 4_096,
    pages: 1,
    manifestAddress: 'd'.repeat(64),
    renderer,
  };
  return { type: 'approval.PaperFrozen.v1', data } as const;
}

export const establishment: Establishment = {
  at: '2026-11-22T01:00:00.000Z',
  mode: 'delegated',
  register: { scope: 'division', year: 2026, book: 'register' },
  title: '정보공개 청구 처리 결과 알림',
  paperDigest: 'e'.repeat(64),
};

/** What the person of a step does about version 1 of the document. */
export function act(step: number, decision: StepDecision, more: ActMore = {}): ActOnStep {
  const whose = line[step - 1];
  const { version = 1, ...rest } = more;
  return {
    type: 'ActOnStep',
    documentId,
    decision,
    acting: {
      personId: whose?.personId ?? '',
      appointmentId: whose?.appointmentId ?? '',
      position: whose?.position ?? '',
    },
    opinion: undefined,
    statement: {
      version,
      step,
      digest: String(step).repeat(64),
      address: String(step).repeat(64),
      signatureAddress: 'f'.repeat(64),
      certificateDigest: 'a'.repeat(64),
      controlClass: 'demo-software',
    },
    establishment,
    ...rest,
  };
}

export interface ActMore {
  readonly version?: number;
  readonly acting?: ActOnStep['acting'];
  readonly opinion?: string;
  readonly establishment?: Establishment | Refusal;
}
