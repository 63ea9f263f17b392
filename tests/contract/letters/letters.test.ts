import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkDocumentText, checkText } from '@sillok/official-document';
import { generic } from '@sillok/schemas/policies/generic/pack';
import { kr } from '@sillok/schemas/policies/kr/pack';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { rs } from '@sillok/schemas/policies/rs/pack';
import type { DocumentContent, OutlineItem, TableBlock } from '@sillok/schemas/vocabulary/document-content';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../infra/sillok/src/life/letter.ts';
import { readLetters } from '../../../infra/sillok/src/life/read-letters.ts';
import { mopa } from '../../../infra/small-country/src/institutions/mopa.ts';
import { munhwa } from '../../../infra/small-country/src/institutions/munhwa.ts';
import { opstina } from '../../../infra/small-country/src/institutions/opstina.ts';

const letters = join(import.meta.dirname, '..', '..', 'vectors', 'letters');
const folders = readdirSync(letters, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const told = (await Promise.all(folders.map(({ name }) => readLetters(join(letters, name, 'letter.json'))))).flat();
const drafted = told.flatMap((one) => (one.kind === 'drafted' ? [[one.name, one.letter] as const] : []));
const papers = told.flatMap((one) => (one.kind === 'paper' ? [[one.name, one.letter] as const] : []));
const read = (name: string) => new Map(drafted).get(name);
const packs = [kr, generic, rs];
const plans = [munhwa, mopa, opstina];

describe.each(drafted)('%s', (_, letter) => {
  it('holds only characters that a paper can show, in the first text and in every edit', () => {
    const { text, story = [], attachments } = letter;
    expect(checkDocumentText(text)).toBeUndefined();
    for (const { edit = {}, opinion = '-' } of story) {
      expect(checkDocumentText(edit)).toBeUndefined();
      expect(checkText(opinion, 'opinion', { lineBreaks: true })).toBeUndefined();
    }
    for (const path of attachments) expect(checkText(basename(path), path)).toBeUndefined();
  });

  it('comes from a person, a unit task, a matter and a form that the small country has', () => {
    const { institution, drafter, classification, text } = letter;
    const plan = plans.find((one) => one.id === institution);
    expect(plan?.people.map((one) => one.id)).toContain(drafter);
    const task = plan?.unitTasks.find((one) => one.id === classification.unitTaskId);
    expect(task?.matters.map((one) => one.matter)).toContain(classification.matter);
    const pack = packs.find((one) => one.id === plan?.pack);
    const form = inForce(pack?.forms ?? [], '2014-03-17')?.find((one) => one.id === classification.form);
    expect(form).toMatchObject({ language: classification.language, outgoing: text.addressees.length > 0 });
    const grounds = inForce(pack?.disclosure ?? [], '2014-03-17')?.grounds.map((one) => one.id);
    expect(grounds).toEqual(expect.arrayContaining(classification.disclosure.grounds));
  });

  it('reckons every total right once it is reviewed', () => {
    expect(wrongTotals(finalContent(letter))).toEqual([]);
  });
});

describe.each(papers)('%s, which came on paper', (_, { institution, unitTaskId, disclosure, paper, scan, folder }) => {
  it('is the business of a unit task, and is closed on grounds that the pack has', () => {
    const plan = plans.find((one) => one.id === institution);
    expect(plan?.unitTasks.map((one) => one.id)).toContain(unitTaskId);
    const pack = packs.find((one) => one.id === plan?.pack);
    const grounds = inForce(pack?.disclosure ?? [], '2014-03-03')?.grounds.map((one) => one.id);
    expect(grounds).toEqual(expect.arrayContaining(disclosure.grounds));
    expect(checkText(paper.title, 'title') ?? checkText(paper.senderName, 'senderName')).toBeUndefined();
  });

  it('is light enough for a repository', async () => {
    expect((await stat(join(folder, scan))).size).toBeLessThan(120 * 1024);
  });
});

it('has a batch of three, of one drafter and one task, each with a title of its own', () => {
  const batch = drafted.filter(([name]) => name.startsWith('batch-of-three-')).map(([, letter]) => letter);
  expect(batch).toHaveLength(3);
  expect(new Set(batch.map(({ text }) => text.title)).size).toBe(3);
  expect(new Set(batch.map(({ drafter, classification }) => `${drafter} ${classification.unitTaskId}`)).size).toBe(1);
});

it('lets the reviewer of the Korean notice find a sum that is wrong, and a concurring officer dissent', () => {
  const letter = read('kr-notice');
  expect(letter && wrongTotals(letter.text.content)).toEqual([{ total: 11_722_000, sum: 11_272_000 }]);
  expect(letter?.story).toMatchObject([{ step: 2 }, { step: 3, decision: 'concurred-with-dissent' }]);
});

it('lets the reviewer of the English reply correct a day that April does not have', () => {
  const letter = read('en-reply');
  expect(JSON.stringify(letter?.text)).toContain('31 April');
  expect(JSON.stringify(letter && finalContent(letter))).toContain('Wednesday, 30 April 2014');
  expect(letter?.attachments.map((path) => path.slice(path.lastIndexOf('.')))).toEqual([
    '.docx',
    '.xlsx',
    '.odt',
    '.pdf',
  ]);
});

function finalContent({ text, story = [] }: Letter): DocumentContent {
  return story.reduce((content, { edit }) => edit?.content ?? content, text.content);
}

/** Tables whose last row is their total: what their last column says and comes to, where the two differ. */
function wrongTotals(content: DocumentContent): { total: number; sum: number }[] {
  const totals = tablesOf(content).filter((table) => /^(합계|Total|Укупно)$/.test(cellText(table, -1, 0)));
  return totals
    .map((table) => ({
      total: amount(table, -1),
      sum: table.rows.slice(0, -1).reduce((sum, _, row) => sum + amount(table, row), 0),
    }))
    .filter(({ total, sum }) => total !== sum);
}

function tablesOf(content: DocumentContent): TableBlock[] {
  return content.blocks.flatMap((block) => {
    if (block.type === 'table') return [block];
    return block.type === 'outline' ? block.items.flatMap(tablesOfItem) : [];
  });
}

function tablesOfItem({ blocks = [], items = [] }: OutlineItem): TableBlock[] {
  return [...blocks.filter((block) => block.type === 'table'), ...items.flatMap(tablesOfItem)];
}

function cellText(table: TableBlock, row: number, column: number): string {
  return (table.rows.at(row)?.at(column)?.runs ?? []).map((run) => run.text).join('');
}

function amount(table: TableBlock, row: number): number {
  return Number(cellText(table, row, -1).replaceAll(',', ''));
}
