import { civilDate } from '@sillok/kernel';
import { packs } from '@sillok/schemas/policies/packs';
import { inForce, type PolicyPack } from '@sillok/schemas/policies/policy-pack';
import { describe, expect, it } from 'vitest';
import { addYears } from './civil-arithmetic.ts';
import { dayOfClosing, lastYearOver, retentionAtClosing } from './closing.ts';
import { expiryOf, isLonger, longestOf, type Periods, retentionStart, transferDue } from './retention.ts';

const nextYear = { lastDay: '12-31', trigger: 'folder-closed', startsOn: 'next-year' } as const;
const nextDay = { ...nextYear, startsOn: 'next-day' } as const;

function packOf(id: string): PolicyPack {
  const pack = packs[id];
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}
const kr = packOf('kr');
const periods: Periods = inForce(kr.retention, '2026-12-31') ?? [];

describe('retention', () => {
  it.each([
    // GEVER: closed 2013-01-03, ten years, may be disposed of from 2024-01-01.
    ['2013-01-03', nextYear, 10, '2014-01-01', '2023-12-31'],
    ['2026-03-10', nextYear, 5, '2027-01-01', '2031-12-31'],
    ['2026-12-31', nextYear, 1, '2027-01-01', '2027-12-31'],
    ['2027-01-01', nextYear, 1, '2028-01-01', '2028-12-31'],
    ['2024-02-29', nextYear, 3, '2025-01-01', '2027-12-31'],
    ['2014-12-31', nextYear, 30, '2015-01-01', '2044-12-31'],
    ['2026-03-10', nextYear, null, '2027-01-01', null],
    ['2026-12-31', nextDay, 1, '2027-01-01', '2027-12-31'],
    ['2026-03-10', nextDay, 5, '2026-03-11', '2031-03-10'],
    ['2024-02-28', nextDay, 4, '2024-02-29', '2028-02-28'],
    ['2024-02-28', nextDay, 1, '2024-02-29', '2025-02-28'],
    ['2024-02-29', nextDay, 4, '2024-03-01', '2028-02-29'],
    ['1999-12-31', nextDay, 100, '2000-01-01', '2099-12-31'],
  ] as const)('closed %s: counts from the start to the last day of keeping', (closed, rule, years, start, expires) => {
    expect(retentionStart(closed, rule)).toBe(start);
    expect(expiryOf(start, years)).toBe(expires);
  });

  it('takes the year of closing from the calendar of Seoul, not from UTC', () => {
    const startOf = (instant: string) => retentionStart(civilDate(instant, 'Asia/Seoul'), nextYear);
    expect(startOf('2026-12-31T14:59:59.999Z')).toBe('2027-01-01');
    expect(startOf('2026-12-31T15:00:00.000Z')).toBe('2028-01-01');
  });

  it('makes 1 March of a 29 February that is not there', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('knows the seven Korean periods only, from the longest down', () => {
    expect(periods.map(({ id }) => id)).toEqual(['permanent', 'semi-permanent', '30', '10', '5', '3', '1']);
    expect(periods.map(({ action }) => action)).toEqual(['keep', ...Array.from({ length: 6 }, () => 'appraise')]);
    expect(longestOf(periods, ['7'])).toBeUndefined();
    expect(isLonger(periods, '7', '5')).toBe(false);
    expect(isLonger(periods, 'semi-permanent', '30')).toBe(true);
    expect(isLonger(periods, '5', '5')).toBe(false);
  });

  it.each([
    ['10', [], '10', '2036-12-31'],
    ['10', ['30', '3'], '30', '2056-12-31'],
    ['1', ['semi-permanent', '30'], 'semi-permanent', null],
    ['semi-permanent', ['permanent'], 'permanent', null],
    ['5', ['7'], '5', '2031-12-31'],
  ])('row 45: a folder of %s years with documents asked for %j is kept %s', (own, asked, retention, expiresOn) => {
    const law = { on: '2026-12-31', start: '2027-01-01', periods, packDigest: '0'.repeat(64) };
    expect(retentionAtClosing(law, own, asked)).toEqual({ retention, retentionStart: '2027-01-01', expiresOn });
  });
});

describe('the day on which the calendar closes', () => {
  const folder = { year: 2026, openedOn: '2026-01-05', lastFiledOn: '2026-11-02' };

  it.each([
    ['while the year lasts', folder, '2026-12-31', undefined],
    ['when it is over, as of its last day', folder, '2027-01-01', '2026-12-31'],
    ['however late the calendar looks', folder, '2027-03-09', '2026-12-31'],
    ['with nothing in it', { ...folder, lastFiledOn: undefined }, '2027-01-01', '2026-12-31'],
    ['when something came after the year', { ...folder, lastFiledOn: '2027-01-08' }, '2027-01-08', '2027-01-08'],
    ['not yet, when it was opened after its year', { ...folder, openedOn: '2027-02-01' }, '2027-02-02', undefined],
    ['a year later, when it was opened then', { ...folder, openedOn: '2027-02-01' }, '2028-01-01', '2027-12-31'],
    ['of a later year', { ...folder, year: 2028 }, '2027-06-01', undefined],
  ])('%s', (_, asked, today, expected) => {
    expect(dayOfClosing(kr, asked, today)).toBe(expected);
  });
});

it('knows the newest year that is over, also where a year of folders ends in the middle of one', () => {
  expect([lastYearOver(kr, '2026-12-31'), lastYearOver(kr, '2027-01-01')]).toEqual([2025, 2026]);
  const [first] = kr.folderClosing;
  const fiscal = { ...kr, folderClosing: first ? [{ ...first, rule: { ...first.rule, lastDay: '06-30' } }] : [] };
  expect([lastYearOver(fiscal, '2026-06-30'), lastYearOver(fiscal, '2026-07-01')]).toEqual([2025, 2026]);
  expect(lastYearOver(kr, '1999-01-01')).toBeUndefined();
});

describe('the transfer', () => {
  const start = '2025-01-01';

  it.each([
    ['2026-08-24', { recordsCentreBy: '2026-12-31', archivesIn: 2035 }],
    ['2026-08-25', { recordsCentreBy: '2026-12-31', archivesIn: 2030 }],
    ['2026-12-31', { recordsCentreBy: '2026-12-31', archivesIn: 2030 }],
    ['2027-01-01', { recordsCentreBy: '2025-12-31', archivesIn: 2030 }],
  ])('of one and the same folder is due by the law of %s', (on, due) => {
    expect(transferDue(kr.transfer, { start, years: 30 }, on)).toEqual(due);
  });

  it('follows the precedent of 2004, which went to the archives in 2015', () => {
    expect(transferDue(kr.transfer, { start: '2005-01-01', years: null }, '2015-05-01')?.archivesIn).toBe(2015);
  });

  it('leaves under the older rule what had passed its fifth year on the day of the amendment', () => {
    const archivesIn = (from: string) => transferDue(kr.transfer, { start: from, years: 30 }, '2027-01-01')?.archivesIn;
    expect([archivesIn('2021-01-01'), archivesIn('2022-01-01')]).toEqual([2031, 2027]);
  });

  it('ends at the records centre for what is kept less than thirty years', () => {
    expect(transferDue(kr.transfer, { start, years: 10 }, '2027-01-01')?.archivesIn).toBeNull();
    expect(transferDue(kr.transfer, { start, years: 30 }, '1999-01-01')).toBeUndefined();
  });
});
