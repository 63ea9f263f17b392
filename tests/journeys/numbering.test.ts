import { folderAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LetterInFolder } from '../../infra/sillok/src/life/letter.ts';
import { type House, openHouse } from './support/house.ts';
import { logOf, numbersByRegister, oneTo } from './support/log-of.ts';
import { longLetter, memo } from './support/story.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.leave());

function storeOf(institution: string) {
  const found = house.country.institutions.find((one) => one.id === institution);
  if (found === undefined) throw new Error(`no ${institution}`);
  return found.log.store;
}

function disclosureMemo(title: string): LetterInFolder {
  const letter = memo('munhwa', title, { drafter: 'munhwa-disclosure-officer' });
  return { ...letter, classification: { ...letter.classification, unitTaskId: 'munhwa-task-disclosure' } };
}

const many = (count: number, letter: (title: string) => LetterInFolder) =>
  oneTo(count).map((one) => letter(`${letter.name} ${one}`));

test('row 16: numbers what several lines of three units in two institutions approve at once, each once, without a gap', async () => {
  const letters = [
    ...many(6, (title) => memo('munhwa', title)),
    ...many(4, (title) => memo('munhwa', title, { drafter: 'munhwa-policy-deputy' })),
    ...many(2, longLetter),
    ...many(4, disclosureMemo),
    ...many(6, (title) => memo('mopa', title)),
  ];
  const lives = await Promise.all(letters.map((letter) => house.live(letter)));
  expect(lives.map(({ number, status }) => ({ status, hasNumber: number !== null }))).toEqual(
    lives.map(() => ({ status: 'registered', hasNumber: true })),
  );
  expect(new Set(lives.map(({ number }) => number)).size).toBe(letters.length);

  const munhwa = await logOf(storeOf('munhwa'));
  const mopa = await logOf(storeOf('mopa'));
  expect(Object.fromEntries(numbersByRegister(munhwa))).toEqual({
    'register-1740201-2014-register': oneTo(12),
    'register-1740202-2014-register': oneTo(4),
  });
  expect(Object.fromEntries(numbersByRegister(mopa))).toEqual({ 'register-MOPA-2014-register': oneTo(6) });
  for (const log of [munhwa, mopa]) {
    expect(log.registered.map((one) => one.documentId)).toEqual(log.established);
    expect(new Set(log.established).size).toBe(log.established.length);
  }
});

test('row 16: takes the year from the civil date of the act, where the institution is', async () => {
  const { clock } = house.country;
  const nextYear = { unitTaskId: 'munhwa-task-transfer', year: 2015, title: '2015년 철' };
  await house.client('munhwa').tell('munhwa-drafter', '/api/records/folders', nextYear, folderAnswer, 'folder-2015');
  clock.moveTo('2014-12-31T14:30:00.000Z');
  const before = await house.live(memo('munhwa', '아직 2014년'));
  expect(before.number).toBe('기록정책과-13');
  clock.moveTo('2014-12-31T15:30:00.000Z');
  const after = await house.live(memo('munhwa', '벌써 2015년'));
  expect(after.number).toBe('기록정책과-1');
  const elsewhere = await house.live(memo('mopa', 'Still 2014 in Vientiane'));
  expect(elsewhere.number).toBe('MOPA/2014/7');
  const munhwa = numbersByRegister(await logOf(storeOf('munhwa')));
  expect(munhwa.get('register-1740201-2015-register')).toEqual([1]);
  expect(munhwa.get('register-1740201-2014-register')).toEqual(oneTo(13));
});

test('row 16: counts the papers of all units and both scripts of a Serbian body in one book, each under its category', async () => {
  const latin = memo('belavoda', 'Raspored dežurstava');
  const ofCulture = memo('belavoda', 'Распоред изложби', { drafter: 'belavoda-kultura-referent' });
  const { number } = await house.live(memo('belavoda', 'Распоред дежурстава'));
  const inLatin = await house.live({
    ...latin,
    classification: { ...latin.classification, form: 'interni-akt-latn', language: 'sr-Latn' },
  });
  const elsewhere = await house.live({
    ...ofCulture,
    classification: { ...ofCulture.classification, unitTaskId: 'belavoda-task-kultura' },
  });
  expect([number, inLatin.number, elsewhere.number]).toEqual(['03-11-1/2014-01', '03-11-2/2014-01', '05-63-3/2014-01']);
  const numbers = numbersByRegister(await logOf(storeOf('belavoda')));
  expect(Object.fromEntries(numbers)).toEqual({ 'register-BELAVODA-2014-delovodnik': oneTo(3) });
});

test('row 19: no document is registered without a folder, at any event of the log', async () => {
  // The archives writes no letters here.
  const writing = house.country.plans.flatMap(({ id, isArchives }) => (isArchives === true ? [] : [id]));
  for (const { id, log } of house.country.institutions) {
    const { registered } = await logOf(log.store);
    expect([id, registered.length > 0]).toEqual([id, writing.includes(id)]);
    expect(registered.filter(({ folderId }) => folderId === '')).toEqual([]);
  }
});
