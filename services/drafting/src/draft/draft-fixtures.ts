import { refuse } from '@sillok/kernel';
import type { Classification, DocumentText } from '@sillok/schemas/vocabulary/official-document';
import type { SubmissionLaw, SubmitDraft } from './commands/submit-draft.ts';

/** What the specifications of a draft begin with. */
export const documentId = 'document-00001';
export const drafter = 'person-officer';
export const textAddress = '1'.repeat(64);
export const submittedTextAddress = '2'.repeat(64);

export const classification: Classification = {
  form: 'general-draft',
  language: 'ko',
  unitTaskId: 'task-disclosure',
  folderId: 'folder-00001',
  matter: 'routine',
  disclosure: { class: 'open', grounds: [] },
  important: false,
};

export const text: DocumentText = {
  title: '정보공개 청구 처리 결과 알림',
  content: { type: 'doc', blocks: [{ type: 'paragraph', runs: [{ type: 'text', text: '알려드립니다.' }] }] },
  summary: '청구 3건의 처리 결과',
  keywords: ['정보공개'],
  addressees: [{ name: '수신자' }],
};

export const created = {
  type: 'drafting.DraftCreated.v1',
  data: { documentId, drafterId: drafter, unitId: 'unit-division' },
} as const;

export const saved = {
  type: 'drafting.DraftSaved.v1',
  data: { documentId, version: 1, classification, textAddress },
} as const;

/** A submission that says nothing yet about the law; each specification adds what it is about. */
export const submit: SubmitDraft = {
  type: 'SubmitDraft',
  documentId,
  personId: drafter,
  text,
  submittedTextAddress,
  line: undefined,
  law: {
    packDigest: 'a'.repeat(64),
    formIsOutgoing: true,
    summaryRequired: false,
    keywordsRequired: false,
    grounds: ['5', '6'],
    derivedLine: refuse('authority-not-found', 'line'),
    folder: { unitTaskId: classification.unitTaskId, open: true },
  } satisfies SubmissionLaw,
};
