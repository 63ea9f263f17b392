import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readLetters } from './read-letters.ts';

const letter = {
  institution: 'mopa',
  drafter: 'mopa-drafter',
  classification: {
    form: 'letter',
    language: 'en',
    unitTaskId: 'mopa-task-exchange',
    matter: 'reply',
    disclosure: { class: 'open', grounds: [] },
    important: false,
  },
  text: { title: 'A', content: { type: 'doc', blocks: [] }, keywords: [], addressees: [{ name: 'B' }] },
  attachments: [],
};
const paper = {
  institution: 'munhwa',
  unitTaskId: 'munhwa-task-transfer',
  disclosure: { class: 'closed', grounds: ['6'] },
  paper: {
    title: 'A letter',
    senderName: 'Somebody',
    arrivedOn: '2014-02-28',
    location: 'A-01-3',
    resolution: 300,
    colour: 'greyscale',
    device: 'FX-300',
    software: 'Scan 1.0',
  },
  scan: 'scan.png',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-letters-'));
  await writeFile(join(folder, 'scan.png'), 'x');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(told: object) {
  await writeFile(join(folder, 'letter.json'), JSON.stringify(told));
  return readLetters(join(folder, 'letter.json'));
}

test('reads one letter, a batch in its order, or one that came on paper', async () => {
  const name = basename(folder);
  expect(await read(letter)).toEqual([{ name, kind: 'drafted', letter: { ...letter, folder } }]);
  const second = { ...letter, text: { ...letter.text, title: 'B' } };
  expect(await read({ batch: [letter, second] })).toEqual([
    { name: `${name}-1`, kind: 'drafted', letter: { ...letter, folder } },
    { name: `${name}-2`, kind: 'drafted', letter: { ...second, folder } },
  ]);
  expect(await read(paper)).toEqual([{ name, kind: 'paper', letter: { ...paper, folder } }]);
});

describe('names field and rule of what is wrong', () => {
  it.each([
    ['a batch of one', { batch: [letter] }, 'input-invalid', 'batch'],
    ['a member beside a batch', { batch: [letter, letter], colour: 1 }, 'input-unknown-field', 'colour'],
    ['a letter of a batch', { batch: [letter, { ...letter, drafter: '' }] }, 'input-invalid', 'batch.1.drafter'],
    [
      'an attachment of a batch',
      { batch: [letter, { ...letter, attachments: ['a.odt'] }] },
      'not-found',
      'batch.1.attachments.0',
    ],
    ['a scan that is not there', { ...paper, scan: 'other.png' }, 'not-found', 'scan'],
    ['a scan somewhere else', { ...paper, scan: '../scan.png' }, 'input-invalid', 'scan'],
    [
      'a resolution in words',
      { ...paper, paper: { ...paper.paper, resolution: 'fine' } },
      'input-invalid',
      'paper.resolution',
    ],
  ])('%s', async (_, told, code, field) => {
    await expect(read(told)).rejects.toMatchObject({ code, field });
  });
});
