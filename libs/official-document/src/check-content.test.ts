import type { ContentBlock } from '@sillok/schemas/vocabulary/document-content';
import { describe, expect, it } from 'vitest';
import { checkContent } from './check-content.ts';
import { checkPaper, checkStamps } from './check-paper.ts';
import { item, koreanLetter, paragraph, run, table } from './testing/sample-papers.ts';

function check(...blocks: ContentBlock[]) {
  return checkContent({ type: 'doc', blocks });
}

describe('checkContent', () => {
  it('accepts a body of every kind', () => {
    expect(checkContent(koreanLetter.content)).toBeUndefined();
    expect(check()).toBeUndefined();
  });

  it('names the paragraph, the item, the table cell', () => {
    const bad = 'x\u202e';
    expect(check(paragraph('좋음'), paragraph(bad))?.field).toBe('content.blocks.1');
    expect(check({ type: 'outline', items: [item('하나', item('둘'), item(bad))] })?.field).toBe(
      'content.blocks.0.items.0.items.1',
    );
    expect(check({ type: 'outline', items: [{ ...item('하나'), blocks: [paragraph(bad)] }] })?.field).toBe(
      'content.blocks.0.items.0.blocks.0',
    );
    expect(check(table(['가', bad]))?.field).toBe('content.blocks.0.header.1');
    expect(check(table(['가', '나'], ['다', '라'], [bad, '']))?.field).toBe('content.blocks.0.rows.1.0');
    expect(checkContent({ type: 'doc', blocks: [paragraph(bad)] }, 'draft.content')?.field).toBe(
      'draft.content.blocks.0',
    );
  });

  it('refuses a row that is not as wide as its table', () => {
    const uneven = check(table(['가', '나'], ['다', '라'], ['마']));
    expect(uneven).toEqual({
      refused: 'table-malformed',
      field: 'content.blocks.0.rows.1',
      details: { expected: 2, found: 1 },
    });
    expect(check({ ...table(['가', '나']), header: [] })?.field).toBe('content.blocks.0.header');
  });

  it('judges the runs of a paragraph as one text', () => {
    const runs = [run('e'), run('\u0301')];
    expect(check({ type: 'paragraph', runs })?.refused).toBe('text-not-nfc');
  });

  it('allows line breaks in the body', () => {
    expect(check(paragraph('첫 줄\n둘째 줄'))).toBeUndefined();
  });
});

describe('checkPaper', () => {
  it('accepts what can be printed', () => {
    expect(checkPaper(koreanLetter)).toBeUndefined();
  });

  it.each([
    ['title', { title: '😀' }],
    ['institution.parent', { institution: { name: '가', parent: '😀' } }],
    ['attachments.0.name', { attachments: [{ name: '😀' }] }],
    ['line.0.position', { line: [{ step: 1, roleLabel: '기안', position: '😀' }] }],
    ['contact.email', { contact: { ...koreanLetter.contact, email: '😀' } }],
    ['content.blocks.0', { content: { type: 'doc' as const, blocks: [paragraph('😀')] } }],
  ])('names %s', (field, change) => {
    expect(checkPaper({ ...koreanLetter, ...change })).toMatchObject({ refused: 'text-without-font', field });
  });
});

describe('checkStamps', () => {
  it('names the text of the stamp', () => {
    const box = { width: 70, height: 70 };
    const stamps = [
      { kind: 'text' as const, ...box, text: '가' },
      { kind: 'approval' as const, ...box, name: '김', date: '2026. 1. 1.', note: '😀' },
    ];
    const model = { country: 'kr', language: 'ko' as const, createdAt: koreanLetter.createdAt, stamps };
    expect(checkStamps(model)).toMatchObject({ refused: 'text-without-font', field: 'stamps.1.note' });
  });
});
