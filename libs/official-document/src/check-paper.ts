import type { Refusal } from '@sillok/kernel';
import { checkContent, firstOf } from './check-content.ts';
import { checkText, type TextOptions } from './check-text.ts';
import type { PaperModel, Stamp, StampModel } from './paper-model.ts';

type Judged = readonly [text: string | undefined, field: string, options?: TextOptions];

/** The first text of a paper that cannot be printed, by its path in the model: `addressees.1`. */
export function checkPaper(model: PaperModel): Refusal | undefined {
  return firstOf([...headTexts(model), ...footTexts(model)], judge) ?? checkContent(model.content);
}

/** The same for stamps: `stamps.0.name`. */
export function checkStamps(model: StampModel): Refusal | undefined {
  return firstOf(
    model.stamps.flatMap((stamp, index) => stampTexts(stamp, `stamps.${index}`)),
    judge,
  );
}

function judge([text, field, options]: Judged): Refusal | undefined {
  return text === undefined ? undefined : checkText(text, field, options);
}

function headTexts(model: PaperModel): readonly Judged[] {
  return [
    [model.title, 'title'],
    [model.formName, 'formName'],
    [model.institution.name, 'institution.name'],
    [model.institution.parent, 'institution.parent'],
    ...model.addressees.map((name, index): Judged => [name, `addressees.${index}`]),
    [model.via, 'via'],
    [model.summary, 'summary', { lineBreaks: true, printed: false }],
    ...(model.keywords ?? []).map((word, index): Judged => [word, `keywords.${index}`, { printed: false }]),
  ];
}

function footTexts(model: PaperModel): readonly Judged[] {
  const { postcode, address, homepage, telephone, fax, email } = model.contact;
  return [
    ...model.attachments.flatMap(({ name, quantity }, index): Judged[] => [
      [name, `attachments.${index}.name`],
      [quantity, `attachments.${index}.quantity`],
    ]),
    [model.senderName, 'senderName'],
    ...model.line.flatMap(({ roleLabel, position, mark }, index): Judged[] => [
      [roleLabel, `line.${index}.roleLabel`],
      [position, `line.${index}.position`],
      [mark, `line.${index}.mark`],
    ]),
    [model.disclosureLabel, 'disclosureLabel'],
    ...Object.entries({ postcode, address, homepage, telephone, fax, email }).map(
      ([name, text]): Judged => [text, `contact.${name}`],
    ),
  ];
}

function stampTexts(stamp: Stamp, field: string): readonly Judged[] {
  if (stamp.kind === 'text') return [[stamp.text, `${field}.text`]];
  if (stamp.kind === 'seal') {
    return [
      [stamp.text, `${field}.text`],
      [stamp.subtitle, `${field}.subtitle`],
    ];
  }
  return [
    [stamp.name, `${field}.name`],
    [stamp.mark, `${field}.mark`],
    [stamp.date, `${field}.date`],
    [stamp.note, `${field}.note`],
  ];
}
