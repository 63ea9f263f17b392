import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchEntries } from './search-fixtures.ts';
import { putSearchEntry, searchTableSql } from './search-table.ts';
import { queryOf, tokensOf } from './tokens-of.ts';

const texts = [
  ['전자결재 시스템 구축에 따른 예산 승인 요청', ['전자결재', '결재', '구축에', '시스템', '예산', '승인', '요청']],
  ['Annual report on the opening of records, 2014', ['annual', 'REPORT', 'record', 'open', '2014', 'On']],
  ['ກະຊວງການເງິນແຈ້ງກຳນົດການປະຊຸມ', ['ກະຊວງ', 'ການເງິນ', 'ກຳນົດ', 'ກໍານົດ', 'ປະຊຸມ', 'ແຈ້ງ']],
  ['ក្រសួងសេដ្ឋកិច្ច\u200bនិងហិរញ្ញវត្ថុ ២០១៥', ['ក្រសួង', 'សេដ្ឋកិច្ច', 'ហិរញ្ញវត្ថុ', 'សេដ្ឋកិច្ចនិង', '2015', '២០១៥']],
  ['Захтев за прековремени рад: Ђорђе Џаковић, Љиг', ['захтев', 'prekovremeni', 'Đorđe', 'dzakovic', 'Ljig', 'ЉИГ']],
  [
    'Obaveštenje o održavanju sednice: Njegoš, nadžak',
    ['обавештење', 'седница'.slice(0, 5), 'Његош', 'наџак', 'odrzavanju'],
  ],
] as const;

function indexOf(...all: readonly string[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(searchTableSql('search'));
  for (const [row, text] of all.entries()) putSearchEntry(db, 'search', row + 1, [text]);
  return db;
}

const isFound = (text: string, wanted: string) => {
  const db = indexOf(text);
  const found = searchEntries(db, 'search', wanted);
  db.close();
  return found.length === 1;
};

describe('tokensOf and queryOf', () => {
  it.each(texts)('find %s by each of its words, and no other text', (text, words) => {
    const db = indexOf(...texts.map(([one]) => one));
    const row = texts.findIndex(([one]) => one === text) + 1;
    for (const word of words) expect([word, searchEntries(db, 'search', word)]).toEqual([word, [row]]);
    expect(searchEntries(db, 'search', words.join(' '))).toEqual([row]);
    db.close();
  });

  it.each([
    ['전자결재', '자재'],
    ['가나 나다', '가나다'],
    ['Department of archives', 'art'],
    ['2014년', '14년'],
    ['ການເງິນ', 'ການງິນ'],
    ['Љубав', 'lubav'],
    ['EU 회원국', 'U회원'],
  ])('do not find %s by %s', (text, wanted) => {
    expect(isFound(text, wanted)).toBe(false);
  });

  it.each([
    ['ﬁnance STRASSE', 'Finance straße'],
    ['ＲＥＣＯＲＤ 기록', 'record 기록'.normalize('NFD')],
    ['ǆemper ǈubav', 'Џемпер Љубав'],
    ['oʻzbek', "o'zbek"],
    ['EU회원국 2014년도', 'eu회원 2014년'],
    ['기록정책과-12', '기록정책과-12'],
    ['각', '각'],
    ['결재', '재'],
  ])('take %s and %s for one', (text, wanted) => {
    expect(isFound(text, wanted)).toBe(true);
  });

  it('look for nothing in a text without letters and digits', () => {
    expect(queryOf(' "*" (-) ^:')).toBeUndefined();
    expect(tokensOf('…')).toEqual([]);
  });

  it('read no operator, column, quote or prefix out of what was typed', () => {
    const db = indexOf('near tokens or nothing');
    for (const typed of ['"', 'near(', 'tokens:near', 'NOT', '"near" OR "x', 'near*', '{tokens}', "';--"]) {
      expect(() => searchEntries(db, 'search', typed)).not.toThrow();
    }
    expect(searchEntries(db, 'search', 'absent OR near')).toEqual([]);
    expect(searchEntries(db, 'search', 'near OR nothing')).toEqual([1]);
    db.close();
  });

  it('never fail on any text, and find it again by itself', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(isFound(text, text)).toBe(queryOf(text) !== undefined);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('find a text by any part of its dense words', () => {
    const letters = [...'가나다라결재', ...'ກຂຄງ', ...'កខគ', ...'漢字'];
    const dense = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 });
    const property = fc.property(dense, fc.nat(), fc.nat(), (word, from, length) => {
      const start = from % word.length;
      const part = word.slice(start, start + 1 + (length % (word.length - start)));
      expect(isFound(`x ${word.join('')} y`, part.join(''))).toBe(true);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('find a dense word by just what stands in it', () => {
    const letters = fc.array(fc.constantFrom('가', '나'), { minLength: 1, maxLength: 7 });
    const property = fc.property(letters, letters, (text, wanted) => {
      expect(isFound(text.join(''), wanted.join(''))).toBe(text.join('').includes(wanted.join('')));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('find a parted word by just its beginnings', () => {
    const letters = fc.array(fc.constantFrom('а', 'b', 'љ', 'lj', 'њ'), { minLength: 1, maxLength: 5 });
    const latin = (letters: readonly string[]) =>
      letters.map((one) => ({ а: 'a', љ: 'lj', њ: 'nj' })[one] ?? one).join('');
    const property = fc.property(letters, letters, (text, wanted) => {
      expect(isFound(text.join(''), wanted.join(''))).toBe(latin(text).startsWith(latin(wanted)));
    });
    fc.assert(property, { numRuns: 150 });
  });
});
