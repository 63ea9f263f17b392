import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, civilYear } from './civil-date.ts';

describe('civilDate', () => {
  it.each([
    ['2026-12-31T15:30:00.000Z', 'Asia/Seoul', '2027-01-01'],
    ['2026-12-31T14:59:59.999Z', 'Asia/Seoul', '2026-12-31'],
    ['2026-05-18T15:00:00.000Z', 'Asia/Seoul', '2026-05-19'],
    ['2026-12-31T23:30:00.000Z', 'America/Lima', '2026-12-31'],
    ['2024-02-28T23:00:00.000Z', 'Europe/Belgrade', '2024-02-29'],
    ['2023-02-28T23:00:00.000Z', 'Europe/Belgrade', '2023-03-01'],
    ['2100-02-28T23:00:00.000Z', 'Europe/Belgrade', '2100-03-01'],
    ['2000-02-29T12:00:00.000Z', 'UTC', '2000-02-29'],
    ['0999-12-31T23:59:59.999Z', 'UTC', '0999-12-31'],
    ['0004-02-29T00:00:00.000Z', 'UTC', '0004-02-29'],
    ['1500-03-01T00:00:00.000Z', 'UTC', '1500-03-01'],
    ['2026-12-31T15:30:00+09:00', 'Asia/Seoul', '2026-12-31'],
  ])('says that %s in %s is %s', (instant, zone, date) => {
    expect(civilDate(instant, zone)).toBe(date);
  });

  it.each([
    '',
    '2026',
    '2026-12-31',
    '2026-12-31T15:30:00',
    '31 Dec 2026',
    '2026-02-30T00:00:00.000Z',
    '2026-13-01T00:00:00Z',
  ])('refuses "%s", which is no instant', (text) => {
    expect(() => civilDate(text, 'UTC')).toThrow(RangeError);
  });

  it('refuses a zone that nobody lives in', () => {
    expect(() => civilDate('2026-12-31T15:30:00.000Z', 'Asia/Atlantis')).toThrow(RangeError);
  });

  it('agrees with the first ten characters of any instant in UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00.000Z'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(civilDate(date.toISOString(), 'UTC')).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});

describe('civilYear', () => {
  it('belongs to the place, not to UTC', () => {
    expect(civilYear('2026-12-31T15:30:00.000Z', 'Asia/Seoul')).toBe(2027);
    expect(civilYear('2026-12-31T15:30:00.000Z', 'UTC')).toBe(2026);
  });
});
