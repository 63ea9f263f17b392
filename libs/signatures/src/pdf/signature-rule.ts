import { nameUnder, resolveDict } from './pdf-file.ts';
import type { PdfDict, PdfValue } from './pdf-value.ts';
import { isAdded, keysBeyond, type RevisionChange } from './revision-change.ts';

const signatureKeys = new Set([
  'Type',
  'Filter',
  'SubFilter',
  'ByteRange',
  'Contents',
  'M',
  'Name',
  'Reason',
  'Location',
  'ContactInfo',
]);

/** Seals and timestamps by /Type and /SubFilter (EN 319 142-1 §5.4 and §6.3); undefined for what is neither. */
export function signatureKind(dict: PdfDict): 'seal' | 'timestamp' | undefined {
  const kind = `${nameUnder(dict, 'Type') ?? 'Sig'} ${nameUnder(dict, 'SubFilter')}`;
  if (kind === 'Sig ETSI.CAdES.detached') return 'seal';
  return kind === 'DocTimeStamp ETSI.RFC3161' ? 'timestamp' : undefined;
}

/** What the signature dictionary is that a field gains; undefined where it is old, of no known kind or holds more. */
export function gainedSignature(change: RevisionChange, value: PdfValue | undefined): 'seal' | 'timestamp' | undefined {
  const dict = isAdded(change, value) ? resolveDict(change.after, value) : undefined;
  return dict === undefined || keysBeyond(dict, signatureKeys).length > 0 ? undefined : signatureKind(dict);
}
