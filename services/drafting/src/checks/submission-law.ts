import { type DirectoryState, dateAt, deriveLine, packInForce } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
import type { PartialClassification } from '@sillok/schemas/vocabulary/official-document';
import type { SubmissionLaw } from '../draft/commands/submit-draft.ts';

export interface LawQuestion {
  readonly directory: DirectoryState;
  readonly drafterId: string;
  readonly unitId: string;
  readonly classification: PartialClassification;
  readonly folder: SubmissionLaw['folder'];
  readonly at: string;
}

/** What directory and pack say about a submission on its civil date. */
export function submissionLaw(question: LawQuestion): SubmissionLaw | Refusal {
  const { directory, classification, folder, at } = question;
  const on = dateAt(directory, at);
  const active = packInForce(directory, on);
  if (active === undefined) return refuse('policy-not-in-force', 'form');
  const { unitTaskId, matter } = classification;
  const form = inForce(active.pack.forms, on)?.find((one) => one.id === classification.form);
  if (form !== undefined && (classification.language ?? form.language) !== form.language)
    return refuse('input-invalid', 'language', { rule: `one of ${form.language}` });
  if (unitTaskId !== undefined && !directory.unitTasks.has(unitTaskId))
    return refuse('unit-task-unknown', 'unitTaskId');
  return {
    packDigest: active.digest,
    formIsOutgoing: form?.outgoing,
    ...metadataLaw(active.pack, on, form?.outgoing === true),
    grounds: inForce(active.pack.disclosure, on)?.grounds.map((ground) => ground.id) ?? [],
    derivedLine:
      unitTaskId === undefined || matter === undefined
        ? undefined
        : deriveLine(directory, { drafterId: question.drafterId, unitId: question.unitId, unitTaskId, matter, at }),
    folder,
  };
}

function metadataLaw(pack: PolicyPack, on: string, outgoing: boolean) {
  const rule = inForce(pack.documentMetadata, on);
  return {
    summaryRequired: rule?.summary === 'outgoing' && outgoing,
    keywordsRequired: rule?.keywords === 'outgoing' && outgoing,
  };
}
