import { addObject, draftRevision, type RevisionDraft } from './append-revision.ts';
import { emptyField, fieldsOf, itemsUnder } from './form-fields.ts';
import { malformed } from './malformed.ts';
import { pagesOf } from './pages.ts';
import { catalogOf, lastView, numberUnder, type PdfView, resolveDict } from './pdf-file.ts';
import { array, dict, integer, name, type PdfDict, reference, withEntries } from './pdf-value.ts';
import { type PreparedSeal, signatureKeys, withByteRange } from './prepare-seal.ts';
import { readPdf } from './read-pdf.ts';
import { textString } from './text-string.ts';

export interface TimestampOrder {
  /** A name without a full stop: a declared, empty signature field, or one that is made here and shows nothing. */
  readonly field: string;
  /** Room for the token in bytes; by default 16384. */
  readonly reserveBytes?: number;
}

/**
 * Appends the revision of a document timestamp (EN 319 142-1 §5.4.3), level B-LTA when validation data went before.
 * `digest` goes to the TSA, `embedSignature` puts the token in. Throws PDF_MALFORMED for a document without a form and
 * for a field that is filled.
 */
export function prepareTimestamp(pdf: Uint8Array, order: TimestampOrder): PreparedSeal {
  const file = readPdf(pdf);
  const view = lastView(file);
  const draft = draftRevision(file);
  const token = addObject(draft, dict(signatureKeys('DocTimeStamp', 'ETSI.RFC3161', order.reserveBytes)));
  if (fieldsOf(view).some((field) => field.name === order.field)) {
    const field = emptyField(view, order.field, 'signature');
    draft.objects.set(field.number, withEntries(field.dict, { V: reference(token) }));
  } else addField(view, draft, order.field, token);
  return withByteRange(file, draft);
}

function addField(view: PdfView, draft: RevisionDraft, called: string, token: number): void {
  if (called === '' || called.includes('.')) throw malformed(`a field cannot be called '${called}'`);
  const form = numberUnder(catalogOf(view).dict, 'AcroForm');
  const old = resolveDict(view, reference(form)) ?? dict({});
  const field = addObject(draft, invisibleField(view, called, token));
  const fields = array([...itemsUnder(view, old, 'Fields'), reference(field)]);
  draft.objects.set(form, withEntries(old, { Fields: fields }));
}

// Readers make up a widget, with an error, where a field has none.
function invisibleField(view: PdfView, called: string, token: number): PdfDict {
  const [page] = pagesOf(view);
  if (page === undefined) throw malformed('a document without a page');
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(called),
    F: integer(132),
    Rect: array([0, 0, 0, 0].map(integer)),
    P: reference(page.number),
    V: reference(token),
  });
}
