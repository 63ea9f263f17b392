import { type Refusal, refuse } from '@sillok/kernel';
import type {
  ContentBlock,
  DocumentContent,
  OutlineItem,
  TableBlock,
  TextRun,
} from '@sillok/schemas/vocabulary/document-content';
import { checkText } from './check-text.ts';

/**
 * The first thing in a body that no paper can show, with its path: `content.blocks.3.items.0`. Refuses what
 * `checkText` refuses, and `table-malformed` for a row whose width is not the table's.
 */
export function checkContent(content: DocumentContent, fieldPrefix = 'content'): Refusal | undefined {
  return firstOf(content.blocks, (block, index) => checkBlock(block, `${fieldPrefix}.blocks.${index}`));
}

/** The first refusal that a list of things gives, in its order. */
export function firstOf<T>(
  list: readonly T[],
  check: (one: T, index: number) => Refusal | undefined,
): Refusal | undefined {
  for (const [index, one] of list.entries()) {
    const refusal = check(one, index);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkBlock(block: ContentBlock, field: string): Refusal | undefined {
  if (block.type === 'paragraph') return checkRuns(block.runs, field);
  if (block.type === 'table') return checkTable(block, field);
  return firstOf(block.items, (item, index) => checkItem(item, `${field}.items.${index}`));
}

function checkItem(item: OutlineItem, field: string): Refusal | undefined {
  return (
    checkRuns(item.runs, field) ??
    firstOf(item.blocks ?? [], (block, index) => checkBlock(block, `${field}.blocks.${index}`)) ??
    firstOf(item.items ?? [], (below, index) => checkItem(below, `${field}.items.${index}`))
  );
}

function checkTable(table: TableBlock, field: string): Refusal | undefined {
  const rows = [{ cells: table.header, path: `${field}.header` }];
  for (const [index, cells] of table.rows.entries()) rows.push({ cells, path: `${field}.rows.${index}` });
  return firstOf(rows, ({ cells, path }) => {
    const expected = table.alignments.length;
    if (cells.length !== expected) return refuse('table-malformed', path, { expected, found: cells.length });
    return firstOf(cells, (cell, column) => checkRuns(cell.runs, `${path}.${column}`));
  });
}

// Runs are judged as one text: a mark may begin between a letter and its accent.
function checkRuns(runs: readonly TextRun[], field: string): Refusal | undefined {
  return checkText(runs.map((run) => run.text).join(''), field, { lineBreaks: true });
}
