import { describe, expect, it } from 'vitest';
import { packs } from './packs.ts';
import { inForce, policyPackSchema } from './policy-pack.ts';

const lists = Object.entries(packs).flatMap(([id, pack]) =>
  Object.entries(pack).flatMap(([name, value]) => {
    if (!Array.isArray(value) || name === 'languages') return [];
    // Every list of a pack but the languages is dated.
    return [[`${id} ${name}`, value as { from: string; source: string }[]] as const];
  }),
);

describe.each(Object.entries(packs))('policy pack %s', (id, pack) => {
  it('is what the schema says, under its own name', () => {
    expect(policyPackSchema.parse(pack)).toEqual(pack);
    expect(pack.id).toBe(id);
  });

  it('offers no form in a language that it does not have, and no id twice', () => {
    for (const { rule } of pack.forms) {
      expect(rule.filter((form) => !pack.languages.includes(form.language))).toEqual([]);
      expect(new Set(rule.map((form) => form.id)).size).toBe(rule.length);
    }
  });
});

describe.each(lists)('policy list %s', (_, entries) => {
  it('is in order of date and begins early enough for the oldest demonstration', () => {
    const dates = entries.map((entry) => entry.from);
    expect([...new Set(dates)].sort()).toEqual(dates);
    expect((dates[0] ?? '9999') <= '2014-01-01').toBe(true);
  });

  it('names a source for each rule', () => {
    expect(entries.filter((entry) => entry.source.trim() === '')).toEqual([]);
  });
});

describe('inForce', () => {
  const rules = [
    { from: '2007-04-05', source: 's', rule: 'old' },
    { from: '2026-05-19', source: 's', rule: 'new' },
  ];

  it('changes with the first day of the next rule', () => {
    expect(
      ['2007-04-04', '2007-04-05', '2026-05-18', '2026-05-19', '2099-01-01'].map((on) => inForce(rules, on)),
    ).toEqual([undefined, 'old', 'old', 'new', 'new']);
  });

  it('holds both sides of the Korean amendments of 2026', () => {
    const transfer = (on: string) => inForce(packs['kr']?.transfer ?? [], on);
    expect(transfer('2026-08-24')).toMatchObject({ toArchivesYears: 10 });
    expect(transfer('2026-08-25')).toMatchObject({ toArchivesYears: 5, toRecordsCentreYears: 2 });
    expect(transfer('2027-01-01')).toMatchObject({ toArchivesYears: 5, toRecordsCentreYears: 1 });
  });
});
