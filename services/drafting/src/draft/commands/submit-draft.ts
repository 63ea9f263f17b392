import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import type { DraftingEvent } from '@sillok/schemas/events/drafting/all';
import { type AuthorityBasis, authorityBasis, type LineStep } from '@sillok/schemas/vocabulary/line';
import type { Classification, DocumentText } from '@sillok/schemas/vocabulary/official-document';
import { inHand } from '../in-hand.ts';
import type { DraftInHand, DraftState } from '../state.ts';

/** What law and directory say on the day of submission; read before, so that the decision stays pure. */
export interface SubmissionLaw {
  readonly packDigest: string;
  /** Whether the form leaves the institution; `undefined` for a form that the pack doesn't have on this day. */
  readonly formIsOutgoing: boolean | undefined;
  readonly summaryRequired: boolean;
  readonly keywordsRequired: boolean;
  readonly grounds: readonly string[];
  readonly derivedLine: { readonly steps: readonly LineStep[]; readonly basis: AuthorityBasis } | Refusal | undefined;
  readonly folder: { readonly unitTaskId: string; readonly open: boolean } | undefined;
}

export interface SubmitDraft {
  readonly type: 'SubmitDraft';
  readonly documentId: string;
  readonly personId: string;
  readonly text: DocumentText | undefined;
  /** The object that holds the text together with the attachments. */
  readonly submittedTextAddress: string | undefined;
  /** The line the drafter asks for; absent means: as derived. */
  readonly line: readonly LineStep[] | undefined;
  readonly law: SubmissionLaw;
}

export function submitDraft(command: SubmitDraft, state: DraftState): readonly DraftingEvent[] | Refusal {
  const draft = inHand(state, command.personId);
  if (isRefusal(draft)) return draft;
  const complete = completeDraft(draft, command);
  if (isRefusal(complete)) return complete;
  const { text, classification, textAddress } = complete;
  const broken =
    checkAddressees(text, command.law) ??
    checkMetadata(text, command.law) ??
    checkDisclosure(classification, command.law);
  if (broken !== undefined) return broken;
  const folder = checkFolder(classification, command.law);
  if (folder !== undefined) return folder;
  const line = checkLine(command);
  if (isRefusal(line)) return line;
  const data = {
    documentId: command.documentId,
    drafterId: draft.drafterId,
    unitId: draft.unitId,
    ...(draft.redraftOf === undefined ? {} : { redraftOf: draft.redraftOf }),
    classification,
    textAddress,
    attachments: [...draft.attachments],
    outgoing: command.law.formIsOutgoing === true,
    line: [...line.steps],
    basis: line.basis,
    packDigest: command.law.packDigest,
  };
  return [{ type: 'drafting.DraftSubmitted.v1', data, sealed: { title: text.title } }];
}

interface CompleteDraft {
  readonly text: DocumentText;
  readonly classification: Classification;
  readonly textAddress: string;
}

const required = ['form', 'language', 'unitTaskId', 'folderId', 'matter', 'disclosure'] as const;

function completeDraft(draft: DraftInHand, command: SubmitDraft): CompleteDraft | Refusal {
  const { form, language, unitTaskId, folderId, matter, disclosure, important = false } = draft.classification;
  const missing: string[] = required.filter((field) => draft.classification[field] === undefined);
  if (command.text === undefined) missing.push('title', 'content');
  if (command.line !== undefined && command.line.length === 0) missing.push('line');
  if (
    missing.length > 0 ||
    command.text === undefined ||
    command.submittedTextAddress === undefined ||
    form === undefined ||
    language === undefined ||
    unitTaskId === undefined ||
    folderId === undefined ||
    matter === undefined ||
    disclosure === undefined
  ) {
    return refuse('draft-incomplete', missing[0], { fields: missing.join(', ') });
  }
  const classification = { form, language, unitTaskId, folderId, matter, disclosure, important };
  return { text: command.text, classification, textAddress: command.submittedTextAddress };
}

function checkAddressees(text: DocumentText, law: SubmissionLaw): Refusal | undefined {
  if (law.formIsOutgoing === undefined) return refuse('form-unknown', 'form');
  if (law.formIsOutgoing && text.addressees.length === 0) return refuse('addressee-required', 'addressees');
  if (!law.formIsOutgoing && text.addressees.length > 0) return refuse('addressee-not-allowed', 'addressees');
  return undefined;
}

function checkMetadata(text: DocumentText, law: SubmissionLaw): Refusal | undefined {
  if (law.summaryRequired && (text.summary ?? '').trim() === '') return refuse('summary-required', 'summary');
  if (law.keywordsRequired && text.keywords.length === 0) return refuse('keywords-required', 'keywords');
  return undefined;
}

/** Exactly one class; open needs no ground, anything else needs at least one that the statute has (RUL 18). */
function checkDisclosure({ disclosure }: Classification, law: SubmissionLaw): Refusal | undefined {
  if (disclosure.class === 'open') {
    return disclosure.grounds.length === 0 ? undefined : refuse('ground-not-allowed', 'disclosure.grounds.0');
  }
  if (disclosure.grounds.length === 0) return refuse('ground-required', 'disclosure.grounds');
  const unknown = disclosure.grounds.findIndex((ground) => !law.grounds.includes(ground));
  return unknown < 0 ? undefined : refuse('ground-not-allowed', `disclosure.grounds.${unknown}`);
}

function checkFolder(classification: Classification, law: SubmissionLaw): Refusal | undefined {
  if (law.folder === undefined) return refuse('folder-unknown', 'folderId');
  if (law.folder.unitTaskId !== classification.unitTaskId) return refuse('folder-of-another-task', 'folderId');
  return law.folder.open ? undefined : refuse('folder-closed', 'folderId');
}

/** The last step is whoever the delegation table names, and nobody who must concur is left out (ADM 67(2), 9②). */
function checkLine(command: SubmitDraft): { steps: readonly LineStep[]; basis: AuthorityBasis } | Refusal {
  const derived = command.law.derivedLine;
  if (derived === undefined) return refuse('draft-incomplete', 'line', { fields: 'line' });
  if (isRefusal(derived)) return derived;
  const asked = command.line ?? derived.steps;
  const last = asked.length - 1;
  const notDerived = refuse('line-not-as-delegated', `line.${last}`, { level: derived.basis.level });
  if (!sameStep(asked[last], derived.steps.at(-1)) || !sameStep(asked[0], derived.steps[0])) return notDerived;
  const mustConcur = derived.steps.filter((step) => step.role === 'concurring-officer');
  const left = mustConcur.find((step) => !asked.some((one) => sameStep(one, step)));
  if (left !== undefined) return refuse('line-incomplete', 'line', { position: left.position });
  const stranger = asked.findIndex(
    ({ role }, index) => (role === 'drafter' && index > 0) || (role === 'approver' && index < last),
  );
  if (stranger >= 0) return refuse('line-not-as-delegated', `line.${stranger}`, { level: derived.basis.level });
  return {
    steps: asked.map((step, index) => ({ ...step, step: index + 1 })),
    basis: authorityBasis.parse(derived.basis),
  };
}

function sameStep(left: LineStep | undefined, right: LineStep | undefined): boolean {
  return (
    left?.role === right?.role && left?.personId === right?.personId && left?.appointmentId === right?.appointmentId
  );
}
