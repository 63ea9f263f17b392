import type { ContentBlock, DocumentContent } from '@sillok/schemas/vocabulary/document-content';
import { describe, expect, it } from 'vitest';
import { endAfterAttachments, endWordsOf, withEndMark } from './end-mark.ts';
import { item, paragraph, run, table } from './testing/sample-papers.ts';

const words = { end: '끝.', restIsEmpty: '이하 빈칸' };
const mark = run(' \u00a0끝.');

function closed(...blocks: ContentBlock[]): DocumentContent['blocks'] {
  return withEndMark({ type: 'doc', blocks }, words).blocks;
}

describe('the end mark', () => {
  it('stands one space after the last paragraph', () => {
    expect(closed(paragraph('하나'), paragraph('둘'))).toEqual([
      paragraph('하나'),
      { type: 'paragraph', runs: [run('둘'), mark] },
    ]);
  });

  it('stands after the last and deepest item', () => {
    const blocks = closed({ type: 'outline', items: [item('하나'), item('둘', item('가'), item('나'))] });
    expect(blocks).toEqual([
      { type: 'outline', items: [item('하나'), item('둘', item('가'), { runs: [run('나'), mark] })] },
    ]);
  });

  it('stands beneath a full table, within an item too', () => {
    const full = table(['이름', '비고'], ['하나', '']);
    const below = paragraph('\u00a0끝.');
    expect(closed(full)).toEqual([full, below]);
    expect(closed({ type: 'outline', items: [{ ...item('하나'), blocks: [full] }] })).toEqual([
      { type: 'outline', items: [{ ...item('하나'), blocks: [full, below] }] },
    ]);
  });

  it('gives way to "이하 빈칸" where the table ends in empty rows', () => {
    expect(closed(table(['이름', '비고'], ['하나', ''], ['', ''], ['', '']))).toEqual([
      table(['이름', '비고'], ['하나', ''], ['이하 빈칸', ''], ['', '']),
    ]);
  });

  it('is all there is of an empty body', () => {
    expect(closed()).toEqual([paragraph('끝.')]);
    expect(closed(paragraph(''))).toEqual([paragraph('끝.')]);
  });

  it('leaves the given body as it was', () => {
    const content: DocumentContent = { type: 'doc', blocks: [paragraph('하나')] };
    withEndMark(content, words);
    expect(content.blocks).toEqual([paragraph('하나')]);
  });

  it('is Korean only', () => {
    expect(endWordsOf('kr')).toEqual(words);
    expect(endWordsOf('generic')).toBeUndefined();
    expect(endWordsOf('constructor')).toBeUndefined();
    expect(endAfterAttachments(words)).toBe(mark.text);
  });
});
