import type {
  DocumentContent,
  InnerBlock,
  OutlineItem,
  TableBlock,
  TextRun,
} from '@sillok/schemas/vocabulary/document-content';

/** The words that close a body: `끝.`, and what says that the rest of a table stays empty. */
export interface EndWords {
  readonly end: string;
  readonly restIsEmpty: string;
}

const endWords: Readonly<Record<string, EndWords>> = { kr: { end: '끝.', restIsEmpty: '이하 빈칸' } };

/** The words of a country's forms; most countries have none. */
export function endWordsOf(country: string): EndWords | undefined {
  return Object.hasOwn(endWords, country) ? endWords[country] : undefined;
}

// One space before the mark; where the line is full the mark goes to the next line, one space in.
const gap = ' \u00a0';

/**
 * The body closed as the Korean rule wants it (ADR art. 4⑤): one space after the last character; beneath a full
 * table, one space in; in a table that ends in empty rows "이하 빈칸" in the next row and no end mark.
 */
export function withEndMark(content: DocumentContent, words: EndWords): DocumentContent {
  const blocks = content.blocks;
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last === undefined) return { ...content, blocks: [{ type: 'paragraph', runs: [textRun(words.end)] }] };
  if (last.type !== 'outline') return { ...content, blocks: [...before, ...closeBlock(last, words)] };
  return { ...content, blocks: [...before, { ...last, items: closeItems(last.items, words) }] };
}

/** The mark after the last attachment. */
export function endAfterAttachments(words: EndWords): string {
  return gap + words.end;
}

function closeItems(items: readonly OutlineItem[], words: EndWords): OutlineItem[] {
  return items.map((item, index) => (index === items.length - 1 ? closeItem(item, words) : item));
}

function closeItem(item: OutlineItem, words: EndWords): OutlineItem {
  if (item.items !== undefined && item.items.length > 0) return { ...item, items: closeItems(item.items, words) };
  const last = item.blocks?.at(-1);
  if (last === undefined) return { ...item, runs: [...item.runs, textRun(gap + words.end)] };
  return { ...item, blocks: [...(item.blocks ?? []).slice(0, -1), ...closeBlock(last, words)] };
}

function closeBlock(block: InnerBlock, words: EndWords): InnerBlock[] {
  if (block.type === 'table') return closeTable(block, words);
  const mark = block.runs.length === 0 ? words.end : gap + words.end;
  return [{ ...block, runs: [...block.runs, textRun(mark)] }];
}

function closeTable(table: TableBlock, words: EndWords): InnerBlock[] {
  const filled = table.rows.findLastIndex((row) => row.some((cell) => cell.runs.length > 0));
  if (filled === table.rows.length - 1) {
    return [table, { type: 'paragraph', runs: [textRun(`\u00a0${words.end}`)] }];
  }
  const rows = table.rows.map((row, index) =>
    index === filled + 1
      ? row.map((cell, column) => (column === 0 ? { runs: [textRun(words.restIsEmpty)] } : cell))
      : row,
  );
  return [{ ...table, rows }];
}

function textRun(text: string): TextRun {
  return { type: 'text', text };
}
