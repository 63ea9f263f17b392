import { addObject, appendRevision, draftRevision } from './append-revision.ts';
import { itemsUnder } from './form-fields.ts';
import { malformed } from './malformed.ts';
import { catalogOf, lastView, type PdfView, resolve, resolveDict } from './pdf-file.ts';
import { array, dict, name, type PdfValue, reference, stream, withEntries } from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';

/** What a verifier needs later, each in DER: certificates of every chain, CRLs, and OCSP responses. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/**
 * Appends one revision with the document security store (EN 319 142-1 §5.4.2), level B-LT; what an earlier store holds
 * stays and is not kept twice. Throws PDF_MALFORMED where there is nothing to add.
 */
export function addValidationData(pdf: Uint8Array, data: ValidationData): Uint8Array {
  const file = readPdf(pdf);
  const view = lastView(file);
  const catalog = catalogOf(view);
  const store = resolveDict(view, catalog.dict.entries.get('DSS'));
  const draft = draftRevision(file);
  const listOf = (key: string, values: readonly Uint8Array[]): PdfValue | undefined => {
    const old = itemsUnder(view, store, key);
    const fresh = values.filter((value, index) => isNew(view, old, value) && !isRepeated(values, index));
    const added = fresh.map((value) => reference(addObject(draft, stream(dict({}), value))));
    return old.length + added.length === 0 ? undefined : array([...old, ...added]);
  };
  const lists = {
    Certs: listOf('Certs', data.certificates),
    OCSPs: listOf('OCSPs', data.ocsps),
    CRLs: listOf('CRLs', data.crls),
  };
  if (draft.objects.size === 0) throw malformed('no validation data that the file has not');
  const target = addObject(draft, withEntries(store ?? dict({ Type: name('DSS') }), lists));
  draft.objects.set(catalog.number, withEntries(catalog.dict, { DSS: reference(target) }));
  return appendRevision(file, draft);
}

function isNew(view: PdfView, known: readonly PdfValue[], value: Uint8Array): boolean {
  return !known.some((item) => {
    const held = resolve(view, item);
    return held?.type === 'stream' && Buffer.compare(held.data, value) === 0;
  });
}

function isRepeated(values: readonly Uint8Array[], index: number): boolean {
  const value = values[index] ?? new Uint8Array();
  return values.slice(0, index).some((earlier) => Buffer.compare(earlier, value) === 0);
}
