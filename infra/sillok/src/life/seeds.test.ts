import { readFile } from 'node:fs/promises';
import { checkDocumentText, checkText } from '@sillok/official-document';
import { documentText } from '@sillok/schemas/vocabulary/official-document';
import { everySeed, mopa, munhwa, opstina, type PaperSeed, type Seed, seeds } from '@sillok/small-country';
import { describe, expect, it } from 'vitest';

const plans = new Map([munhwa, mopa, opstina].map((plan) => [plan.id, plan]));

/** Hour and weekday where the institution is. */
function localTime({ at, institution }: Seed | PaperSeed): { hour: number; day: string } {
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

  it('are a hundred, in the order of their time, under keys of their own', () => {
    expect(everySeed.length).toBeGreaterThanOrEqual(100);
    expect(new Set(everySeed.map(({ key }) => key)).size).toBe(everySeed.length);
    const times = everySeed.map(({ at }) => at);
    expect(new Set(times).size).toBe(times.length);
    expect([...times].sort()).toEqual(times);
    expect(times[0]?.slice(0, 10)).toBe('2014-03-03');
    expect((times.at(-1) ?? '') < '2014-07-31').toBe(true);
    // Those before the door opens are the same with the letters on paper among them.
    expect(everySeed.slice(0, 12)).toEqual(seeds.slice(0, 12));
  });

  it('are written on working days in working hours', () => {
    for (const seed of everySeed) {
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

  it('come on paper too, as scans that are what they say they are, to a unit task of the institution', async () => {
    for (const seed of everySeed) {
      if (!('paper' in seed)) continue;
      const plan = plans.get(seed.institution);
      expect([seed.key, plan?.unitTasks.some(({ id }) => id === seed.unitTaskId)]).toEqual([seed.key, true]);
      expect(checkText(seed.paper.title, 'title') ?? checkText(seed.paper.senderName, 'senderName')).toBeUndefined();
      expect((await readFile(seed.scan)).subarray(1, 4).toString()).toBe('PNG');
      expect([seed.key, seed.paper.arrivedOn <= seed.at.slice(0, 10)]).toEqual([seed.key, true]);
    }
  });

  it('come in every state, and some go to another institution, where each fate befalls one', () => {
    const count = (states: readonly (string | undefined)[]) => new Set(states.filter((state) => state !== undefined));
    expect(count(seeds.map(({ until }) => until))).toEqual(
      new Set(['drafting', 'discarded', 'submitted', 'in-review', 'withdrawn', 'returned', 'registered']),
    );
    expect(count(seeds.map(({ exchange }) => exchange?.until))).toEqual(
      new Set(['prepared', 'arrived', 'in-unit', 'received', 'returned']),
    );
    expect(count(everySeed.map((seed) => ('paper' in seed ? seed.until : undefined)))).toEqual(
      new Set(['in-registry', 'in-unit', 'received']),
    );
    for (const { key, until, exchange, text } of seeds) {
      if (exchange === undefined) continue;
      const isTo = text.addressees.some(({ institutionId }) => institutionId === exchange.to);
      expect([key, until, isTo]).toEqual([key, 'registered', true]);
    }
  });

  it('close each folder of their own once, with the last document that lies in it', () => {
    const folders = new Set(seeds.flatMap(({ folder }) => folder?.key ?? []));
    expect(folders.size).toBeGreaterThanOrEqual(3);
    for (const folder of folders) {
      const inside = seeds.filter((seed) => seed.folder?.key === folder);
      expect(inside.map((seed) => seed.folder?.isLast === true).indexOf(true)).toBe(inside.length - 1);
      expect(inside.map(({ until }) => until)).toEqual(inside.map(() => 'registered'));
    }
  });

  it('redraft only what was returned before', () => {
    for (const [index, { redraftOf }] of seeds.entries()) {
      if (redraftOf === undefined) continue;
      expect(seeds.slice(0, index).find(({ key }) => key === redraftOf)?.until).toBe('returned');
    }
  });
});
