import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Letter } from './letter.ts';
import { mediaTypeOfFile } from './media-type-of-file.ts';
import { readLetters } from './read-letters.ts';

const letter: Letter = {
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
  attachments: ['list.odt'],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-letter-'));
  await writeFile(join(folder, 'list.odt'), 'x');
  await writeFile(join(folder, 'empty.odt'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readText(text: string) {
  await writeFile(join(folder, 'letter.json'), text);
  return readDrafted('letter.json');
}

async function readDrafted(name: string) {
  const [told] = await readLetters(join(folder, name));
  return told?.kind === 'drafted' ? told.letter : undefined;
}

const read = (changes: object) => readText(JSON.stringify({ ...letter, ...changes }));
const story = (...steps: object[]) => ({ story: steps });

test('reads a letter with the folder its attachments begin in', async () => {
  expect(await read({})).toEqual({ ...letter, folder });
});

test('reads what happens at steps', async () => {
  const told = story({ step: 2, edit: { title: 'C' } }, { step: 3, decision: 'returned', opinion: 'No.' });
  expect((await read(told))?.story).toEqual(told.story);
});

describe('names field and rule of what is wrong', () => {
  it.each([
    ['a member too many', { colour: 1 }, 'input-unknown-field', 'colour'],
    [
      'a folder that only the CLI knows',
      { classification: { ...letter.classification, folderId: 'f' } },
      'input-unknown-field',
      'classification.folderId',
    ],
    ['a member too few', { drafter: undefined }, 'input-invalid', 'drafter'],
    ['a path out of the folder', { attachments: ['../list.odt'] }, 'input-invalid', 'attachments.0'],
    ['a path from the root', { attachments: ['/list.odt'] }, 'input-invalid', 'attachments.0'],
    ['an ending nobody knows', { attachments: ['list.hwp'] }, 'input-invalid', 'attachments.0'],
    ['one name twice', { attachments: ['list.odt', 'a/LIST.odt'] }, 'input-invalid', 'attachments'],
    ['a file that is not there', { attachments: ['other.odt'] }, 'not-found', 'attachments.0'],
    ['a file of no byte', { attachments: ['list.odt', 'empty.odt'] }, 'input-invalid', 'attachments.1'],
    ['a step where nothing happens', story({ step: 2 }), 'input-invalid', 'story.0'],
    ['an edit of nothing', story({ step: 2, edit: {} }), 'input-invalid', 'story.0.edit'],
    [
      'an edit of what is no text',
      story({ step: 2, edit: { attachments: [] } }),
      'input-unknown-field',
      'story.0.edit.attachments',
    ],
    ['the step of the drafter', story({ step: 1, edit: { title: 'C' } }), 'input-invalid', 'story.0.step'],
    [
      'dissent without a word',
      story({ step: 3, decision: 'concurred-with-dissent' }),
      'input-invalid',
      'story.0.opinion',
    ],
    [
      'an opinion without a decision',
      story({ step: 3, edit: { title: 'C' }, opinion: 'D' }),
      'input-invalid',
      'story.0.decision',
    ],
    [
      'a step told twice',
      story({ step: 2, edit: { title: 'C' } }, { step: 2, edit: { title: 'D' } }),
      'input-invalid',
      'story',
    ],
  ])('%s', async (_, changes, code, field) => {
    const message = expect.stringContaining(`letter.json: ${field}: `);
    await expect(read(changes)).rejects.toMatchObject({ code, field, message });
  });

  it('a file that is no JSON', async () => {
    await expect(readText('{')).rejects.toMatchObject({ code: 'input-not-json' });
  });

  it('a letter that is not there', async () => {
    await expect(readDrafted('none.json')).rejects.toMatchObject({ code: 'not-found' });
  });
});

test.each([
  ['a.odt', 'application/vnd.oasis.opendocument.text'],
  ['a/b.PDF', 'application/pdf'],
  ['odt', undefined],
])('%s promises %s', (path, mediaType) => {
  expect(mediaTypeOfFile(path)).toBe(mediaType);
});
