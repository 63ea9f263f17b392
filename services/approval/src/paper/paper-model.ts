import { type DirectoryState, dateAt, headOf, packInForce } from '@sillok/authority';
import { SillokError } from '@sillok/kernel';
import type { PaperForm, PaperModel } from '@sillok/official-document';
import type { CaseOpened } from '@sillok/schemas/events/approval/case-opened';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
import type { Classification, SubmittedText } from '@sillok/schemas/vocabulary/official-document';
import type { Language } from '@sillok/schemas/vocabulary/primitives';

/** Everything the paper shows, in the words that pack and directory have on the day. */
export function paperModel(
  directory: DirectoryState,
  opened: CaseOpened['data'],
  text: SubmittedText,
  at: string,
): PaperModel {
  const on = dateAt(directory, at);
  const { institution } = directory;
  const pack = packInForce(directory, on)?.pack;
  const form = inForce(pack?.forms ?? [], on)?.find((one) => one.id === opened.classification.form);
  if (institution === undefined)
    throw new SillokError('policy-not-in-force', 'the institution is not founded', { field: 'form' });
  if (pack === undefined || form === undefined)
    throw new SillokError('form-unknown', 'the pack has no such form', { field: 'form' });
  return {
    country: form.template.country,
    form: paperForm(form.template.form),
    formName: form.name,
    language: form.language,
    createdAt: at,
    institution: { name: institution.name },
    addressees: opened.outgoing ? text.addressees.map((one) => one.name) : [],
    ...(text.via === undefined ? {} : { via: text.via }),
    title: text.title,
    content: text.content,
    attachments: attachmentsOf(text, pack, on, form.language),
    ...(opened.outgoing ? { senderName: senderName(directory, pack, on) } : {}),
    line: lineOf(opened, pack, on),
    disclosureLabel: disclosureLabel(pack, opened.classification, on),
    contact: contactOf(institution.contact),
    demo: institution.mode === 'demo',
    ...(text.summary === undefined ? {} : { summary: text.summary }),
    keywords: text.keywords,
  };
}

function paperForm(form: string): PaperForm {
  if (form === 'official-letter' || form === 'internal-memo' || form === 'meeting-report') return form;
  throw new SillokError('form-unknown', `no template ${form}`, { field: 'form' });
}

/** 발신명의: the head of the institution, by post and never by name. */
function senderName(directory: DirectoryState, pack: PolicyPack, on: string): string {
  const levels = inForce(pack.levels, on)?.map((level) => level.id) ?? [];
  const roots = [...directory.units.values()].filter((unit) => unit.parentId === undefined);
  const heads = roots.map((unit) => headOf(directory, unit.unitId, levels, on));
  return heads.find((head) => head !== undefined)?.position ?? directory.institution?.name ?? '';
}

function lineOf(opened: CaseOpened['data'], pack: PolicyPack, on: string): PaperModel['line'] {
  const marks = inForce(pack.marks, on)?.[opened.classification.language];
  const top = inForce(pack.levels, on)?.[0]?.id;
  return opened.line.map(({ step, role, position }) => {
    const delegated = role === 'approver' && opened.basis.level !== top;
    return {
      step,
      roleLabel: marks?.roles[role] ?? role,
      position,
      ...(delegated && marks ? { mark: marks.delegated } : {}),
    };
  });
}

/** 붙임: by name and number of copies, as the country lists them. */
function attachmentsOf(
  text: SubmittedText,
  pack: PolicyPack,
  on: string,
  language: Language,
): PaperModel['attachments'] {
  const pattern = inForce(pack.marks, on)?.[language]?.attachment ?? '{name}';
  return text.attachments.map(({ name }) => ({ name: pattern.replace('{name}', () => name.replace(/\.[^.]+$/, '')) }));
}

/** 공개, 부분공개(5, 6), 비공개(1): the class with the numbers of its grounds. */
function disclosureLabel(pack: PolicyPack, { disclosure, language }: Classification, on: string): string {
  const label = inForce(pack.disclosure, on)?.classes[language]?.[disclosure.class] ?? disclosure.class;
  return disclosure.grounds.length === 0 ? label : `${label}(${disclosure.grounds.join(', ')})`;
}

function contactOf({
  homepage,
  fax,
  ...contact
}: NonNullable<DirectoryState['institution']>['contact']): PaperModel['contact'] {
  return { ...contact, ...(homepage === undefined ? {} : { homepage }), ...(fax === undefined ? {} : { fax }) };
}
