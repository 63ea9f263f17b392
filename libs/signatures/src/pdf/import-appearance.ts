import { addObject, type RevisionDraft } from './append-revision.ts';
import { malformed } from './malformed.ts';
import { type PdfPage, pagesOf } from './pages.ts';
import { lastView, lookUp, type PdfView, resolve, resolveDict } from './pdf-file.ts';
import {
  array,
  decimal,
  dict,
  integer,
  name,
  type PdfDict,
  type PdfStream,
  type PdfValue,
  reference,
  stream,
  withEntries,
} from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';

/** One page (1-based) of another PDF, rendered untagged with every font embedded and at the size of the field. */
export interface AppearanceSource {
  readonly pdf: Uint8Array;
  readonly page: number;
}

export type AppearanceImporter = (source: AppearanceSource, width: number, height: number) => number;

interface Source {
  readonly view: PdfView;
  readonly pages: readonly PdfPage[];
  readonly copied: Map<number, number>;
}

const mostCopied = 20_000;
/** Renderers round the page to their own grid. */
const tolerance = 0.5;

/**
 * An importer that copies pages as form XObjects (ISO 32000-1 §8.10) with their whole resources into the draft and
 * answers the object number. Pages of one source share what they share there. Nothing is scaled: the page's upper
 * left corner meets the field's. Throws PDF_MALFORMED where the page is larger than the field, so that nothing is
 * cut off unseen.
 */
export function appearanceImporter(draft: RevisionDraft): AppearanceImporter {
  const sources = new Map<Uint8Array, Source>();
  return (wanted, width, height) => {
    const source = sources.get(wanted.pdf) ?? openSource(wanted.pdf);
    sources.set(wanted.pdf, source);
    const page = source.pages[wanted.page - 1];
    if (page === undefined) throw malformed(`the appearance has no page ${wanted.page}`);
    return addObject(draft, formOf(page, source, draft, width, height));
  };
}

function openSource(pdf: Uint8Array): Source {
  const view = lastView(readPdf(pdf));
  return { view, pages: pagesOf(view), copied: new Map() };
}

function formOf(page: PdfPage, source: Source, draft: RevisionDraft, width: number, height: number): PdfStream {
  const [x0, y0, x1, y1] = page.mediaBox;
  if (x1 - x0 > width + tolerance || y1 - y0 > height + tolerance) {
    throw malformed(`the appearance (${x1 - x0} × ${y1 - y0}) is larger than its field (${width} × ${height})`);
  }
  if (page.dict.entries.has('Rotate')) throw malformed('an appearance page that is rotated');
  const contents = resolve(source.view, page.dict.entries.get('Contents'));
  if (contents?.type !== 'stream') throw malformed('an appearance page must have one content stream');
  const copy = (value: PdfValue) => copied(value, source, draft);
  const resources = resolveDict(source.view, page.resources) ?? dict({});
  const group = page.dict.entries.get('Group');
  const base = dict({
    ...formKeys([x0, y1 - height, x0 + width, y1]),
    Resources: copy(resources),
    Group: group === undefined ? undefined : copy(group),
  });
  const kept = ['Filter', 'DecodeParms'].flatMap((key) => {
    const value = contents.dict.entries.get(key);
    return value === undefined ? [] : [[key, copy(value)] as const];
  });
  return stream(withEntries(base, Object.fromEntries(kept)), contents.data);
}

function copied(value: PdfValue, source: Source, draft: RevisionDraft): PdfValue {
  switch (value.type) {
    case 'reference':
      return reference(copiedObject(value.number, source, draft));
    case 'array':
      return array(value.items.map((item) => copied(item, source, draft)));
    case 'dict':
      return copiedDict(value, source, draft);
    case 'stream':
      return { type: 'stream', dict: copiedDict(value.dict, source, draft), data: value.data };
    default:
      return value;
  }
}

// A structure parent would point into the other document's structure tree.
function copiedDict(value: PdfDict, source: Source, draft: RevisionDraft): PdfDict {
  const entries = [...value.entries].filter(([key]) => key !== 'StructParent' && key !== 'StructParents');
  return { type: 'dict', entries: new Map(entries.map(([key, entry]) => [key, copied(entry, source, draft)])) };
}

function copiedObject(number: number, source: Source, draft: RevisionDraft): number {
  const known = source.copied.get(number);
  if (known !== undefined) return known;
  if (source.copied.size >= mostCopied) throw malformed('an appearance with too many objects');
  const found = lookUp(source.view, number)?.value;
  if (found === undefined) throw malformed(`object ${number} of the appearance is missing`);
  if (found.type === 'dict' && ['Page', 'Pages', 'Catalog'].includes(typeOf(found))) {
    throw malformed('the resources of an appearance lead to a page');
  }
  const target = addObject(draft, integer(0));
  source.copied.set(number, target);
  draft.objects.set(target, copied(found, source, draft));
  return target;
}

function typeOf(value: PdfDict): string {
  const type = value.entries.get('Type');
  return type?.type === 'name' ? type.name : '';
}

function formKeys(box: readonly [number, number, number, number]): Record<string, PdfValue> {
  return { Type: name('XObject'), Subtype: name('Form'), BBox: array(box.map(decimal)) };
}

/** The appearance of a field that is still empty: nothing, as large as the field. */
export function emptyForm(width: number, height: number): PdfStream {
  return stream(dict({ ...formKeys([0, 0, width, height]), Resources: dict({}) }), new Uint8Array());
}
