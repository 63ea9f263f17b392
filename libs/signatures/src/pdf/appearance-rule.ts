import { lookUp, nameUnder, resolve } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { referencesIn } from './references.ts';
import type { RevisionChange } from './revision-change.ts';

const foreignTypes = new Set(['Catalog', 'Pages', 'Page', 'Annot', 'Action', 'Sig', 'DocTimeStamp', 'StructElem']);

/**
 * Whether /AP is one normal appearance that this revision brought along whole: a form XObject that leads to new
 * objects only. So an appearance can borrow nothing from the document and lend nothing to it.
 */
export function isOwnAppearance(change: RevisionChange, value: PdfValue | undefined): boolean {
  if (value?.type !== 'dict' || value.entries.size !== 1) return false;
  const form = value.entries.get('N');
  const shown = resolve(change.after, form);
  if (shown?.type !== 'stream' || nameUnder(shown.dict, 'Subtype') !== 'Form') return false;
  return form?.type === 'reference' && isSelfContained(change, form.number);
}

function isSelfContained(change: RevisionChange, root: number): boolean {
  const seen = new Set([root]);
  for (const number of seen) {
    if (change.sound.has(number)) continue;
    change.budget.visits -= 1;
    const value = lookUp(change.after, number)?.value;
    if (value === undefined || change.budget.visits < 0 || !isOwn(change, number, value)) return false;
    for (const next of referencesIn(value)) seen.add(next);
  }
  for (const number of seen) change.sound.add(number);
  return true;
}

function isOwn(change: RevisionChange, number: number, value: PdfValue): boolean {
  return change.added.has(number) && !foreignTypes.has(typeOf(value));
}

function typeOf(value: PdfValue): string {
  const holder: PdfDict | undefined = value.type === 'stream' ? value.dict : value.type === 'dict' ? value : undefined;
  return (holder && nameUnder(holder, 'Type')) ?? '';
}
