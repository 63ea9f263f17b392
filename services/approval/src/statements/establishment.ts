import { type ActingPerson, type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import { civilYear, type Refusal, refuse } from '@sillok/kernel';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import type { Establishment } from '../approval-case/commands/act-on-step.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';
import { modeOf } from './prepare-statement.ts';
import { sealedDigests } from './sealed-digests.ts';

/** Everything that could make numbering fail, checked before the document comes into being. */
export async function establishmentOf(
  context: Pick<ApprovalContext, 'clock' | 'contents' | 'journal'>,
  open: CaseInHand,
  acting: ActingPerson,
  directory: DirectoryState,
): Promise<Establishment | Refusal> {
  const at = context.clock.now();
  const on = dateAt(directory, at);
  const pack = packInForce(directory, on)?.pack;
  const numbering = inForce(pack?.numbering ?? [], on);
  const form = inForce(pack?.forms ?? [], on)?.find((one) => one.id === open.opened.classification.form);
  const institution = directory.institution;
  const unit = directory.units.get(open.opened.unitId);
  if (numbering === undefined || institution === undefined) return refuse('policy-not-in-force', 'documentId');
  if (form === undefined) return refuse('form-unknown', 'form');
  if (unit === undefined) return refuse('unit-unknown', 'unitId');
  const text = submittedText.parse(await context.contents.getJson(open.opened.documentId, open.textAddress));
  const { paper } = await sealedDigests(context, open.opened.documentId, open.version);
  return {
    at,
    mode: modeOf({ open, acting, directory }, at),
    register: {
      scope: numbering.scope === 'unit' ? unit.code : institution.code,
      year: civilYear(at, institution.timeZone),
      book: form.book,
    },
    title: text.title,
    paperDigest: paper,
  };
}
