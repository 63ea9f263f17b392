import { describe, expect, it } from 'vitest';
import { contentLimits, documentContentSchema, type OutlineItem } from './document-content.ts';

const text = { type: 'text', text: '본문' };

function isValid(...blocks: unknown[]): boolean {
  return documentContentSchema.safeParse({ type: 'doc', blocks }).success;
}

function nested(depth: number): OutlineItem {
  const runs = [{ type: 'text' as const, text: String(depth) }];
  return depth === 1 ? { runs } : { runs, items: [nested(depth - 1)] };
}

describe('the content of a document', () => {
  it('holds paragraphs, outlines and tables', () => {
    const runs = [text, { ...text, marks: ['bold', 'underline'] }];
    expect(isValid()).toBe(true);
    expect(isValid({ type: 'paragraph', runs })).toBe(true);
    expect(
      isValid({ type: 'outline', items: [{ runs, blocks: [{ type: 'paragraph', runs: [] }], items: [{ runs }] }] }),
    ).toBe(true);
    expect(isValid({ type: 'table', alignments: ['left'], header: [{ runs }], rows: [[{ runs: [] }]] })).toBe(true);
  });

  it('comes back as it went in', () => {
    const content = { type: 'doc', blocks: [{ type: 'outline', items: [nested(8)] }] };
    expect(documentContentSchema.parse(content)).toEqual(content);
  });

  it.each([
    ['unknown blocks', { type: 'image', src: 'x' }],
    ['unknown marks', { type: 'paragraph', runs: [{ ...text, marks: ['link'] }] }],
    ['more than the vocabulary has', { type: 'paragraph', runs: [], style: 'color:red' }],
    ['empty runs', { type: 'paragraph', runs: [{ type: 'text', text: '' }] }],
    ['empty outlines', { type: 'outline', items: [] }],
    ['tables without columns', { type: 'table', alignments: [], header: [], rows: [] }],
  ])('has no %s', (_, block) => {
    expect(isValid(block)).toBe(false);
  });

  it('is at most eight levels deep, however deep the input', () => {
    expect(isValid({ type: 'outline', items: [nested(contentLimits.outlineDepth)] })).toBe(true);
    expect(isValid({ type: 'outline', items: [nested(contentLimits.outlineDepth + 1)] })).toBe(false);
    expect(isValid({ type: 'outline', items: [nested(2_000)] })).toBe(false);
  });

  it('has a limit of characters and of nodes', () => {
    const long = { type: 'paragraph', runs: [{ type: 'text', text: '가'.repeat(20_000) }] };
    expect(isValid(...Array(contentLimits.characters / 20_000).fill(long))).toBe(true);
    expect(isValid(...Array(contentLimits.characters / 20_000).fill(long), { type: 'paragraph', runs: [text] })).toBe(
      false,
    );
    const list = { type: 'outline', items: Array(500).fill({ runs: [text, text] }) };
    expect(isValid(list, list)).toBe(true);
    expect(isValid(...Array(5).fill(list))).toBe(false);
  });
});
