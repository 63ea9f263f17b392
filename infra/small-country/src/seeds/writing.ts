import type {
  InnerBlock,
  OutlineBlock,
  OutlineItem,
  ParagraphBlock,
  TableBlock,
} from '@sillok/schemas/vocabulary/document-content';
import type { DocumentText } from '@sillok/schemas/vocabulary/official-document';

/** An item is its words alone, its words with sub-items, or its words with a table below them. */
export type Item = string | readonly [words: string, below: readonly Item[] | InnerBlock];

type Block = ParagraphBlock | OutlineBlock | TableBlock;

export interface Letter {
  readonly title: string;
  readonly body: readonly Block[];
  readonly summary?: string;
  readonly keywords?: readonly string[];
  /** People and firms by their name; institutions of the country with their id. */
  readonly to?: readonly (string | { readonly institutionId: string; readonly name: string })[];
  readonly via?: string;
}

export function text({ title, body, summary, keywords = [], to = [], via }: Letter): DocumentText {
  return {
    title,
    content: { type: 'doc', blocks: [...body] },
    ...(summary === undefined ? {} : { summary }),
    keywords: [...keywords],
    addressees: to.map((one) => (typeof one === 'string' ? { name: one } : one)),
    ...(via === undefined ? {} : { via }),
  };
}

export function paragraph(words: string): ParagraphBlock {
  return { type: 'paragraph', runs: runsOf(words) };
}

export function outline(items: readonly Item[]): OutlineBlock {
  return { type: 'outline', items: items.map(itemOf) };
}

/** `columns` are headings; `>` in front of one puts its column to the right, `=` in the middle. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): TableBlock {
  return {
    type: 'table',
    alignments: columns.map((heading) =>
      heading.startsWith('>') ? 'right' : heading.startsWith('=') ? 'center' : 'left',
    ),
    header: columns.map((heading) => ({ runs: runsOf(heading.replace(/^[>=]/, '')) })),
    rows: rows.map((row) => row.map((cell) => ({ runs: runsOf(cell) }))),
  };
}

function itemOf(item: Item): OutlineItem {
  if (typeof item === 'string') return { runs: runsOf(item) };
  const [words, below] = item;
  return isBlock(below) ? { runs: runsOf(words), blocks: [below] } : { runs: runsOf(words), items: below.map(itemOf) };
}

function isBlock(below: readonly Item[] | InnerBlock): below is InnerBlock {
  return !Array.isArray(below);
}

function runsOf(words: string): { type: 'text'; text: string }[] {
  return words === '' ? [] : [{ type: 'text', text: words }];
}
