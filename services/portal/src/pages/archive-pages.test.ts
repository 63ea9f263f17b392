import { describe, expect, it } from 'vitest';
import { archivePage } from './archive-page.ts';
import type { DescribedUnit, OpenUnit } from './portal-options.ts';
import { unitPage } from './unit-page.ts';

const item: DescribedUnit = {
  descriptionId: 'description-1',
  level: 'item',
  referenceCode: 'mopa/1/2/3',
  title: '정보공개 <결과>',
  creator: 'Министарство',
  dates: { from: '2014-03-03', to: '2015-03-03' },
};
const view = {
  language: 'en',
  languages: ['en', 'ko'],
  institution: 'Archives',
  words: 'a & "b"',
  isFirst: true,
} as const;
const openItem: OpenUnit = {
  ...item,
  above: [{ descriptionId: 'description-0', level: 'fonds', title: 'Fonds' }],
  below: [],
  document: '/api/archive/open/descriptions/description-1/document.pdf',
};

describe('the page of the open archives', () => {
  it('is a labelled form and a table, escaped, and needs no script', () => {
    const text = archivePage({ ...view, units: { items: [item], next: '2014|x' } });
    expect(text).toContain('<label for="q">');
    expect(text).toContain('value="a &amp; &quot;b&quot;"');
    expect(text).toContain('<span lang="ko">정보공개 &lt;결과&gt;</span>');
    expect(text).toContain('<span lang="sr-Cyrl">Министарство</span>');
    expect(text).toContain('href="/archive?q=a%20%26%20%22b%22&amp;after=2014%7Cx"');
    expect(text).not.toMatch(/<script|style="|\son\w+="/);
  });

  it('is there in each language of the place, and comes back to where the reader was', () => {
    const text = archivePage({ ...view, units: { items: [] } });
    expect(text).toContain('href="/language/ko?to=%2Farchive%3Fq%3Da%2520%2526%2520%2522b%2522"');
    expect(text).toContain('aria-current="true">English');
    const unit = unitPage({
      language: 'ko',
      languages: ['en', 'ko'],
      institution: '기록원',
      unit: openItem,
      isFirst: true,
    });
    expect(unit).toContain('href="/language/en?to=%2Farchive%2Fdescription-1"');
  });

  it('says in words that nothing was found, and shows whose records there are before any search', () => {
    const units = { items: [] };
    expect(archivePage({ ...view, units })).toContain('Nothing open holds all these words.');
    const start = archivePage({ ...view, words: '', units: { items: [item] }, isFirst: false });
    expect(start).toContain('Whose records these are');
    expect(start).toContain('href="/archive">From the beginning');
    expect(archivePage({ ...view, language: 'ko', units })).toContain('<html lang="ko">');
  });
});

describe('the page of an open unit', () => {
  it('leads to its document and to what stands above it', () => {
    const text = unitPage({
      language: 'ko',
      languages: ['en', 'ko'],
      institution: '기록원',
      unit: openItem,
      isFirst: true,
    });
    expect(text).toContain(`href="${openItem.document}"`);
    expect(text).toContain('href="/archive/description-0"');
    expect(text).toContain('<h1>정보공개 &lt;결과&gt;</h1>');
    expect(text).toContain('기록물건');
  });

  it('lists what it holds, page by page', () => {
    const file: OpenUnit = { ...openItem, level: 'file', document: null, below: [item], next: 'n', title: null };
    const text = unitPage({
      language: 'en',
      languages: ['en', 'ko'],
      institution: 'Archives',
      unit: file,
      isFirst: true,
    });
    expect(text).toContain('<h1>Without a title</h1>');
    expect(text).toContain('href="/archive/description-1?after=n"');
    expect(text).not.toContain('document.pdf');
  });
});
