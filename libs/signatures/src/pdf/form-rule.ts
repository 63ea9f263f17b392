import { isOwnAppearance } from './appearance-rule.ts';
import { itemsUnder } from './form-fields.ts';
import { pagesOf } from './pages.ts';
import { nameUnder, resolveDict } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import {
  done,
  fault,
  isAdded,
  keysBeyond,
  numbersIn,
  type RevisionChange,
  type RuleAnswer,
} from './revision-change.ts';
import { changedKeys, sameValue } from './same-value.ts';
import { gainedSignature } from './signature-rule.ts';

const mostFields = 10_000;
const formKeys = new Set(['Fields', 'SigFlags']);
const widgetKeys = new Set(['Type', 'Subtype', 'FT', 'T', 'TU', 'F', 'Ff', 'Rect', 'P', 'AP']);
const timestampKeys = new Set(['Type', 'Subtype', 'FT', 'T', 'F', 'Rect', 'P', 'V']);

/** A document without a form gains one whose fields are all new and empty. */
export function newFormRule(change: RevisionChange, form: PdfValue | undefined): RuleAnswer {
  const dict = isAdded(change, form) ? resolveDict(change.after, form) : undefined;
  if (dict === undefined || keysBeyond(dict, formKeys).length > 0) return fault('the form is not one of empty fields');
  const fields = itemsUnder(change.after, dict, 'Fields');
  if (fields.length > mostFields) return fault('too many fields');
  const shown = annotationsOf(change);
  const wrong = fields.find((field) => !isEmptyWidget(change, field, shown));
  return wrong === undefined ? done('declared') : fault(`${describe(wrong)} is no new, empty field`);
}

function annotationsOf(change: RevisionChange): ReadonlySet<number> {
  return numbersIn(pagesOf(change.after).flatMap((page) => itemsUnder(change.after, page.dict, 'Annots')));
}

function isEmptyWidget(change: RevisionChange, field: PdfValue, shown: ReadonlySet<number>): boolean {
  const dict = isAdded(change, field) ? resolveDict(change.after, field) : undefined;
  if (dict === undefined || keysBeyond(dict, widgetKeys).length > 0) return false;
  const isShown = field.type === 'reference' && shown.has(field.number);
  return isShown && isOwnAppearance(change, dict.entries.get('AP'));
}

/** The fields of a form that came with this revision; none where the form was there before. */
export function newFields(change: RevisionChange, form: PdfValue | undefined): ReadonlySet<number> {
  const dict = isAdded(change, form) ? resolveDict(change.after, form) : undefined;
  return numbersIn(itemsUnder(change.after, dict, 'Fields'));
}

/** A form may gain fields that each hold a document timestamp and show nothing. */
export function formRule(change: RevisionChange, old: PdfValue, now: PdfValue): RuleAnswer {
  if (old.type !== 'dict' || now.type !== 'dict') return fault('the form is no dictionary');
  const beyond = changedKeys(old, now).filter((key) => key !== 'Fields');
  if (beyond.length > 0) return fault(`the form was changed under ${beyond.join(', ')}`);
  const gained = gainedItems(itemsUnder(change.before, old, 'Fields'), itemsUnder(change.after, now, 'Fields'));
  if (gained === undefined) return fault('the form lost a field or names them in another order');
  const wrong = gained.find((field) => !isTimestampField(change, field));
  return wrong === undefined ? done('timestamped') : fault(`${describe(wrong)} is a field that was not declared`);
}

function isTimestampField(change: RevisionChange, field: PdfValue): boolean {
  const dict = isAdded(change, field) ? resolveDict(change.after, field) : undefined;
  if (dict === undefined || keysBeyond(dict, timestampKeys).length > 0) return false;
  const isSignature = nameUnder(dict, 'FT') === 'Sig';
  return isSignature && isInvisible(dict) && gainedSignature(change, dict.entries.get('V')) === 'timestamp';
}

function isInvisible(dict: PdfDict): boolean {
  const rect = dict.entries.get('Rect');
  if (rect === undefined) return !dict.entries.has('Subtype');
  return rect.type === 'array' && rect.items.every((item) => item.type === 'number' && Number(item.text) === 0);
}

/** A page may gain the widgets of a form that came with the same revision, behind the annotations it had. */
export function pageRule(
  change: RevisionChange,
  old: PdfValue,
  now: PdfValue,
  declared: ReadonlySet<number>,
): RuleAnswer {
  if (old.type !== 'dict' || now.type !== 'dict') return fault('a page is no dictionary');
  const beyond = changedKeys(old, now).filter((key) => key !== 'Annots' && !(key === 'Tabs' && !old.entries.has(key)));
  if (beyond.length > 0) return fault(`a page was changed under ${beyond.join(', ')}`);
  const gained = gainedItems(itemsUnder(change.before, old, 'Annots'), itemsUnder(change.after, now, 'Annots'));
  const known = gained?.every((item) => item.type === 'reference' && declared.has(item.number));
  return known === true ? done() : fault('a page gained or lost an annotation');
}

function gainedItems(old: readonly PdfValue[], now: readonly PdfValue[]): readonly PdfValue[] | undefined {
  return old.every((item, index) => sameValue(item, now[index])) ? now.slice(old.length) : undefined;
}

function describe(value: PdfValue): string {
  return value.type === 'reference' ? `object ${value.number}` : `a ${value.type}`;
}
