import { z } from 'zod';

/** What one body may hold in all: it must still render within the time limit (about 120 pages). */
export const contentLimits = {
  nodes: 6_000,
  characters: 120_000,
  outlineDepth: 8,
  tableColumns: 12,
  tableRows: 400,
} as const;

/** A stretch of text with the same marks; a line feed within it is a line break. */
export const textRun = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(20_000),
    marks: z
      .array(z.enum(['bold', 'underline']))
      .max(2)
      .exactOptional(),
  })
  .meta({ id: 'TextRun' });
export type TextRun = z.infer<typeof textRun>;

const runs = z.array(textRun).max(500);

export const paragraphBlock = z.strictObject({ type: z.literal('paragraph'), runs }).meta({ id: 'Paragraph' });
export type ParagraphBlock = z.infer<typeof paragraphBlock>;

const cell = z.strictObject({ runs });
export type TableCell = z.infer<typeof cell>;

/**
 * One header row above rows of cells, as wide as `alignments` is long. That every row has that width is judged
 * where a refusal can name the row (`checkContent`), not here.
 */
export const tableBlock = z
  .strictObject({
    type: z.literal('table'),
    alignments: z
      .array(z.enum(['left', 'center', 'right']))
      .min(1)
      .max(contentLimits.tableColumns),
    header: z.array(cell).max(contentLimits.tableColumns),
    rows: z.array(z.array(cell).max(contentLimits.tableColumns)).max(contentLimits.tableRows),
  })
  .meta({ id: 'Table' });
export type TableBlock = z.infer<typeof tableBlock>;

const innerBlock = z.discriminatedUnion('type', [paragraphBlock, tableBlock]);
export type InnerBlock = z.infer<typeof innerBlock>;

/** An item of an outline. Its number (1. 가. 1) …) comes from its place and the country's form, never from its text. */
export type OutlineItem = {
  runs: TextRun[];
  /** Paragraphs and tables that belong to the item, above its sub-items. */
  blocks?: InnerBlock[];
  items?: OutlineItem[];
};

// Built level by level, so that a hostile depth is refused at once and never recursed into.
function itemAt(depth: number): z.ZodType<OutlineItem> {
  const below = depth < contentLimits.outlineDepth ? z.array(itemAt(depth + 1)).max(500) : z.array(z.never()).max(0);
  return z.strictObject({ runs, blocks: z.array(innerBlock).max(100).exactOptional(), items: below.exactOptional() });
}

export const outlineBlock = z.strictObject({ type: z.literal('outline'), items: z.array(itemAt(1)).min(1).max(500) });
export type OutlineBlock = z.infer<typeof outlineBlock>;

const block = z.discriminatedUnion('type', [paragraphBlock, outlineBlock, tableBlock]);
export type ContentBlock = z.infer<typeof block>;

/** The body of an official document: structure only, no style, no markup; the form's template gives it its look. */
export const documentContentSchema = z
  .strictObject({ type: z.literal('doc'), blocks: z.array(block).max(2_000) })
  .superRefine((content, context) => {
    const size = contentSize(content);
    if (size.nodes <= contentLimits.nodes && size.characters <= contentLimits.characters) return;
    context.addIssue({ code: 'custom', path: ['blocks'], message: 'input-too-large', params: { ...size } });
  })
  .meta({ id: 'DocumentContent' });
export type DocumentContent = z.infer<typeof documentContentSchema>;

interface ContentSize {
  nodes: number;
  characters: number;
}

function contentSize(content: { blocks: readonly ContentBlock[] }): ContentSize {
  const size = { nodes: 0, characters: 0 };
  for (const one of content.blocks) addBlock(size, one);
  return size;
}

function addBlock(size: ContentSize, one: ContentBlock): void {
  size.nodes += 1;
  if (one.type === 'paragraph') addRuns(size, one.runs);
  else if (one.type === 'outline') for (const item of one.items) addItem(size, item);
  else for (const row of [one.header, ...one.rows]) for (const { runs: text } of row) addRuns(size, text);
}

function addItem(size: ContentSize, item: OutlineItem): void {
  addRuns(size, item.runs);
  for (const inner of item.blocks ?? []) addBlock(size, inner);
  for (const below of item.items ?? []) addItem(size, below);
}

function addRuns(size: ContentSize, list: readonly TextRun[]): void {
  size.nodes += 1 + list.length;
  for (const run of list) size.characters += run.text.length;
}
