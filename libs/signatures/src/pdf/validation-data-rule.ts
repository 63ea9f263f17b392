import { itemsUnder } from './form-fields.ts';
import { catalogOf, resolve, resolveDict } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { done, fault, keysBeyond, numbersIn, type RevisionChange, type RuleAnswer } from './revision-change.ts';

const storeKeys = new Set(['Type', 'Certs', 'OCSPs', 'CRLs', 'VRI']);
const relatedKeys = new Set(['Type', 'Cert', 'OCSP', 'CRL', 'TU', 'TS']);

/** The document security store holds certificates, CRLs and OCSP answers and nothing else (EN 319 142-1 §5.4.2). */
export function validationDataRule(change: RevisionChange, store: PdfValue | undefined): RuleAnswer {
  const dict = resolveDict(change.after, store);
  if (dict === undefined || keysBeyond(dict, storeKeys).length > 0)
    return fault('the validation data has another form');
  const lost = ['Certs', 'OCSPs', 'CRLs'].find((key) => !keepsAll(change, dict, key));
  if (lost !== undefined) return fault(`the validation data lost some of its ${lost}`);
  const related = resolveDict(change.after, dict.entries.get('VRI'));
  const holders = [dict, ...relatedTo(change, related)];
  const sound = holders.every((holder) => holder !== undefined && holdsStreams(change, holder));
  return sound ? done('validation-data') : fault('the validation data holds something else');
}

function keepsAll(change: RevisionChange, now: PdfDict, key: string): boolean {
  const before = resolveDict(change.before, catalogOf(change.before).dict.entries.get('DSS'));
  const kept = numbersIn(itemsUnder(change.after, now, key));
  return [...numbersIn(itemsUnder(change.before, before, key))].every((number) => kept.has(number));
}

function relatedTo(change: RevisionChange, related: PdfDict | undefined): (PdfDict | undefined)[] {
  return [...(related?.entries.values() ?? [])].map((value) => {
    const dict = resolveDict(change.after, value);
    return dict !== undefined && keysBeyond(dict, relatedKeys).length === 0 ? dict : undefined;
  });
}

function holdsStreams(change: RevisionChange, holder: PdfDict): boolean {
  return [...holder.entries].every(([key, value]) => {
    if (key === 'Type' || key === 'TU' || key === 'VRI') return true;
    const found = resolve(change.after, value);
    const items = found?.type === 'array' ? found.items : found?.type === 'stream' ? [value] : undefined;
    return items?.every((item) => resolve(change.after, item)?.type === 'stream') ?? false;
  });
}
