import { addObject, appendRevision, draftRevision, type RevisionDraft } from './append-revision.ts';
import { type AppearanceImporter, type AppearanceSource, appearanceImporter, emptyForm } from './import-appearance.ts';
import { malformed } from './malformed.ts';
import { type PdfPage, pagesOf } from './pages.ts';
import { catalogOf, lastView, type PdfView, resolve } from './pdf-file.ts';
import {
  array,
  decimal,
  dict,
  integer,
  name,
  type PdfDict,
  type PdfValue,
  reference,
  withEntries,
} from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';
import { textString } from './text-string.ts';

/** Where a field stands. `rect` is [x0, y0, x1, y1] in points from the page's lower left; `page` is 1-based. */
export interface FieldPlace {
  /** Without a full stop: readers take one as a path (ISO 32000-1 §12.7.3.2). */
  readonly name: string;
  readonly page: number;
  readonly rect: readonly [number, number, number, number];
  readonly kind: 'text' | 'signature';
  readonly tooltip: string;
  readonly appearance?: AppearanceSource;
}

/** Print and Locked (ISO 32000-1 §12.5.3); PDF/A asks for the first and forbids every hidden one. */
const widgetFlags = 132;
const readOnly = 1;
/** SignaturesExist and AppendOnly (ISO 32000-1 §12.7.2): set now, so that signing need not touch the form. */
const signatureFlags = 3;

/**
 * Appends one revision that declares every field the document will ever have, all empty and read-only: later
 * revisions only fill them. No font is named, since each filled field brings its own appearance. The same input gives
 * the same bytes. Throws PDF_MALFORMED for a document that has a form already, and for a place that is none.
 */
export function declareFields(pdf: Uint8Array, places: readonly FieldPlace[]): Uint8Array {
  const file = readPdf(pdf);
  const view = lastView(file);
  const catalog = catalogOf(view);
  if (catalog.dict.entries.has('AcroForm')) throw malformed('the document has a form already');
  assertNames(places);
  const pages = pagesOf(view);
  const draft = draftRevision(file);
  const form = addObject(draft, integer(0));
  const imports = appearanceImporter(draft);
  const widgets = places.map((place) => ({ place, number: addWidget(draft, pages, place, imports) }));
  const fields = array(widgets.map(({ number }) => reference(number)));
  draft.objects.set(form, dict({ Fields: fields, SigFlags: integer(signatureFlags) }));
  draft.objects.set(catalog.number, withEntries(catalog.dict, { AcroForm: reference(form) }));
  pages.forEach((page, index) => {
    const own = widgets.filter(({ place }) => place.page === index + 1).map(({ number }) => reference(number));
    if (own.length > 0) draft.objects.set(page.number, withAnnotations(view, page.dict, own));
  });
  return appendRevision(file, draft);
}

function assertNames(places: readonly FieldPlace[]): void {
  const names = places.map((place) => place.name);
  if (places.length === 0) throw malformed('no field to declare');
  if (new Set(names).size !== names.length) throw malformed('two fields have one name');
  const wrong = names.find((one) => one === '' || one.includes('.'));
  if (wrong !== undefined) throw malformed(`a field cannot be called '${wrong}'`);
}

function addWidget(
  draft: RevisionDraft,
  pages: readonly PdfPage[],
  place: FieldPlace,
  imports: AppearanceImporter,
): number {
  const page = pages[place.page - 1];
  if (page === undefined) throw malformed(`field ${place.name}: there is no page ${place.page}`);
  const [x0, y0, x1, y1] = place.rect;
  if (!(x0 <= x1 && y0 <= y1)) throw malformed(`field ${place.name}: the rectangle's corners are in another order`);
  const appearance =
    place.appearance === undefined
      ? addObject(draft, emptyForm(x1 - x0, y1 - y0))
      : imports(place.appearance, x1 - x0, y1 - y0);
  return addObject(draft, widgetOf(place, page.number, appearance));
}

function widgetOf(place: FieldPlace, page: number, appearance: number): PdfDict {
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name(place.kind === 'text' ? 'Tx' : 'Sig'),
    T: textString(place.name),
    TU: textString(place.tooltip),
    F: integer(widgetFlags),
    Ff: place.kind === 'text' ? integer(readOnly) : undefined,
    Rect: array(place.rect.map(decimal)),
    P: reference(page),
    AP: appearances(appearance),
  });
}

/** The normal appearance alone (ISO 19005-2 §6.3.3). */
export function appearances(form: number): PdfDict {
  return dict({ N: reference(form) });
}

function withAnnotations(view: PdfView, page: PdfDict, widgets: readonly PdfValue[]): PdfDict {
  const old = resolve(view, page.entries.get('Annots'));
  if (old !== undefined && old.type !== 'array') throw malformed('a page whose /Annots is no array');
  const tabs = page.entries.get('Tabs') ?? name('S');
  return withEntries(page, { Annots: array([...(old?.items ?? []), ...widgets]), Tabs: tabs });
}
