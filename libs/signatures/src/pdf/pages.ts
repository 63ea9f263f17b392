import { malformed } from './malformed.ts';
import { catalogOf, lookUp, nameUnder, numberUnder, type PdfView, resolve } from './pdf-file.ts';
import { type PdfArray, type PdfDict, type PdfValue, reference } from './pdf-value.ts';
import { walkTree } from './walk-tree.ts';

export interface PdfPage {
  readonly number: number;
  readonly dict: PdfDict;
  /** [x0, y0, x1, y1] in points. */
  readonly mediaBox: readonly [number, number, number, number];
  readonly resources: PdfValue | undefined;
}

const limits = { depth: 32, nodes: 20_000 };
type Inherited = ReadonlyMap<string, PdfValue>;
const inheritable = ['MediaBox', 'Resources', 'Rotate'] as const;

/** The pages in order (ISO 32000-1 §7.7.3). Throws PDF_MALFORMED for a tree that is none. */
export function pagesOf(view: PdfView): PdfPage[] {
  const pages: PdfPage[] = [];
  const root = reference(numberUnder(catalogOf(view).dict, 'Pages'));
  walkTree<Inherited>([root], new Map(), limits, (number, inherited) => {
    const node = lookUp(view, number)?.value;
    if (node?.type !== 'dict') throw malformed(`object ${number} in the page tree is no dictionary`);
    const passedOn = withInherited(inherited, node);
    const type = nameUnder(node, 'Type');
    if (type === 'Pages') return { kids: kidsOf(view, node), passedOn };
    if (type !== 'Page') throw malformed(`object ${number} in the page tree is no page`);
    pages.push(pageFrom(view, number, node, passedOn));
    return { kids: [], passedOn };
  });
  return pages;
}

function withInherited(inherited: Inherited, node: PdfDict): Inherited {
  const passedOn = new Map(inherited);
  for (const key of inheritable) {
    const own = node.entries.get(key);
    if (own !== undefined) passedOn.set(key, own);
  }
  return passedOn;
}

function kidsOf(view: PdfView, node: PdfDict): readonly PdfValue[] {
  const kids = resolve(view, node.entries.get('Kids'));
  if (kids?.type !== 'array') throw malformed('a page tree node without /Kids');
  return kids.items;
}

function pageFrom(view: PdfView, number: number, dict: PdfDict, inherited: Inherited): PdfPage {
  const box = resolve(view, inherited.get('MediaBox'));
  if (box?.type !== 'array') throw malformed(`page object ${number} has no /MediaBox`);
  return { number, dict, mediaBox: rectangle(box), resources: inherited.get('Resources') };
}

/** Four numbers in the order lower left, upper right. Throws PDF_MALFORMED. */
export function rectangle(value: PdfArray): readonly [number, number, number, number] {
  const [x0, y0, x1, y1, more] = value.items.map((item) => (item.type === 'number' ? Number(item.text) : Number.NaN));
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || more !== undefined) {
    throw malformed('a rectangle has four numbers');
  }
  if (!(x0 <= x1 && y0 <= y1)) throw malformed('a rectangle with its corners in another order');
  return [x0, y0, x1, y1];
}
