import { checkDocumentText } from '@sillok/official-document';
import { documentText } from '@sillok/schemas/vocabulary/official-document';
import { mopa, munhwa, opstina, type Seed, seeds } from '@sillok/small-country';
import { describe, expect, it } from 'vitest';

const plans = new Map([munhwa, mopa, opstina].map((plan) => [plan.id, plan]));

/** Hour and weekday where the institution is. */
function localTime({ at, institution }: Seed): { hour: number; day: string } {
  const timeZone = plans.get(institution)?.timeZone ?? 'UTC';
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(at));
  return { hour: Number(part({ hour: '2-digit', hourCycle: 'h23' })), day: part({ weekday: 'short' }) };
}

describe('the documents of the small country', () => {
  it.each(seeds.map((seed) => [seed.key, seed] as const))('has a text of %s that a paper can show', (_, seed) => {
    expect(documentText.parse(seed.text)).toEqual(seed.text);
    expect(checkDocumentText(seed.text)).toBeUndefined();
    for (const { edit } of seed.story ?? []) if (edit !== undefined) expect(checkDocumentText(edit)).toBeUndefined();
  });

  it('are forty and more, in the order of their time, under keys of their own', () => {
    expect(seeds.length).toBeGreaterThanOrEqual(40);
    expect(new Set(seeds.map(({ key }) => key)).size).toBe(seeds.length);
    const times = seeds.map(({ at }) => at);
    expect(new Set(times).size).toBe(times.length);
    expect([...times].sort()).toEqual(times);
    expect(times[0]?.slice(0, 10)).toBe('2014-03-03');
    expect((times.at(-1) ?? '') < '2014-06-30').toBe(true);
  });

  it('are written on working days in working hours', () => {
    for (const seed of seeds) {
      const { hour, day } = localTime(seed);
      expect([seed.key, hour >= 8 && hour < 18, ['Sat', 'Sun'].includes(day)]).toEqual([seed.key, true, false]);
    }
  });

  it('name people, units, unit tasks and matters of their institution', () => {
    for (const { key, institution, unit, drafter, classification, story = [] } of seeds) {
      const plan = plans.get(institution);
      const task = plan?.unitTasks.find(({ id }) => id === classification.unitTaskId);
      const people = plan?.people.map(({ id }) => id) ?? [];
      expect([key, task?.unit], key).toEqual([key, unit]);
      expect(people, key).toContain(drafter);
      expect(
        task?.matters.map(({ matter }) => matter),
        key,
      ).toContain(classification.matter);
      for (const { by } of story) if (by !== undefined) expect(people, key).toContain(by);
    }
  });

  it('show in the first twelve what can befall a document, in both institutions', () => {
    const first = seeds.slice(0, 12);
    const states = new Set(first.map(({ until }) => until));
    const steps = first.flatMap(({ story = [] }) => story);
    expect([...states].sort()).toEqual(['drafting', 'in-review', 'registered', 'returned', 'submitted', 'withdrawn']);
    expect(new Set(first.map(({ institution }) => institution)).size).toBe(2);
    expect(new Set(first.flatMap(({ stopBefore = [] }) => stopBefore)).size).toBe(2);
    expect(first.some(({ redraftOf }) => redraftOf !== undefined)).toBe(true);
    expect(steps.some(({ by }) => by !== undefined)).toBe(true);
    expect(steps.some(({ edit }) => edit !== undefined)).toBe(true);
    expect(steps.some(({ decision }) => decision === 'concurred-with-dissent')).toBe(true);
  });

  it('redraft only what was returned before', () => {
    for (const [index, { redraftOf }] of seeds.entries()) {
      if (redraftOf === undefined) continue;
      expect(seeds.slice(0, index).find(({ key }) => key === redraftOf)?.until).toBe('returned');
    }
  });
});
