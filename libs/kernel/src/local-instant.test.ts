import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from './civil-date.ts';
import { localInstant } from './local-instant.ts';

describe('localInstant', () => {
  it.each([
    ['2026-12-31T15:30:00.000Z', 'Asia/Seoul', '2027-01-01T00:30:00.000+09:00'],
    ['2026-07-01T12:00:00.123Z', 'Europe/Belgrade', '2026-07-01T14:00:00.123+02:00'],
    ['2026-01-01T12:00:00.123Z', 'Europe/Belgrade', '2026-01-01T13:00:00.123+01:00'],
    ['2026-01-01T02:00:00.000Z', 'America/Lima', '2025-12-31T21:00:00.000-05:00'],
    ['2026-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-01-01T05:45:00.000+05:45'],
    ['2026-01-01T00:00:00.000Z', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('says %s in %s as %s', (instant, zone, local) => {
    expect(localInstant(instant, zone)).toBe(local);
  });

  it('begins with the civil date, and is the same instant', () => {
    const instants = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom('Asia/Seoul', 'Europe/Belgrade', 'Asia/Vientiane', 'America/Lima', 'UTC');
    fc.assert(
      fc.property(instants, zones, (date, zone) => {
        const local = localInstant(date.toISOString(), zone);
        expect(local.slice(0, 10)).toBe(civilDate(date.toISOString(), zone));
        expect(Date.parse(local)).toBe(date.getTime());
      }),
      { numRuns: 200 },
    );
  });

  it.each(['', '2026-12-31', '2026-12-31T15:30:00'])('refuses "%s", which is no instant', (text) => {
    expect(() => localInstant(text, 'UTC')).toThrow(RangeError);
  });
});
