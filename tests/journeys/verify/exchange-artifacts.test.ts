import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Anchors } from '@sillok/evidence/verifying';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallCountry } from '../../../infra/sillok/src/composition/small-country.ts';
import { liveLetters } from '../../../infra/sillok/src/life/live-letters.ts';
import { readTrust } from '../../../infra/sillok/src/verify/read-trust.ts';
import { verifyPath } from '../../../infra/sillok/src/verify/verify-path.ts';
import { memo } from '../support/story.ts';

let out = '';
let anchors: Anchors;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'sillok-exchanged-'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'sillok-exchanging-'));
  const country = await openSmallCountry({ dataFolder, port: 0 });
  country.open();
  const letter = memo('mopa', 'Seeds for the archive garden');
  const order = { until: 'accepted', onStep: () => undefined } as const;
  const written = { ...letter, classification: { ...letter.classification, form: 'letter' } };
  const told = { kind: 'drafted', name: 'garden', letter: written, out } as const;
  expect((await liveLetters(country, [told], order)).map(({ valid }) => valid)).toEqual([true]);
  await country.stop();
  await rm(dataFolder, { recursive: true, force: true });
  anchors = readTrust(join(out, 'trust.json'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

const said = ['01-arrive', '02-receive', '03-accept'];

test('a letter that was accepted leaves its message and each word about it, and all of it verifies', async () => {
  expect(readdirSync(join(out, 'acknowledgements')).toSorted()).toEqual(
    said.flatMap((name) => [`${name}.json`, `${name}.p7s`]),
  );
  const { verdict, artifacts } = await verifyPath(out, anchors);
  expect(verdict).toBe('passed');
  const kinds = (artifacts ?? []).filter(({ kind }) => kind === 'exchange' || kind === 'acknowledgement');
  expect(kinds.map(({ path }) => path).toSorted()).toEqual([
    ...said.map((name) => `acknowledgements/${name}.json`),
    'exchange.asice',
  ]);
});

test('each verifies alone, as what it is', async () => {
  expect(await verifyPath(join(out, 'exchange.asice'), anchors)).toMatchObject({ kind: 'exchange', verdict: 'passed' });
  for (const name of said) {
    for (const ending of ['json', 'p7s']) {
      const path = join(out, 'acknowledgements', `${name}.${ending}`);
      expect(await verifyPath(path, anchors)).toMatchObject({ kind: 'acknowledgement', verdict: 'passed' });
    }
  }
});

describe('what was changed does not verify', () => {
  /** Verifies a copy of the folder in which something is different. */
  async function changed(change: (folder: string) => void) {
    const folder = await mkdtemp(join(tmpdir(), 'sillok-changed-'));
    try {
      cpSync(out, folder, { recursive: true });
      change(folder);
      return await verifyPath(folder, anchors);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const paths = [
    'exchange.asice',
    ...said.flatMap((name) => ['json', 'p7s'].map((end) => `acknowledgements/${name}.${end}`)),
  ];

  test.each(paths)('%s, at any of its bytes', async (path) => {
    const original = readFileSync(join(out, path));
    const places = Array.from({ length: 12 }, (_, index) => Math.floor((original.length * (index + 0.5)) / 12));
    const file = path.includes('/') ? join(out, path) : join(out, 'exchange.asice');
    for (const place of [0, ...places, original.length - 1]) {
      const bytes = Uint8Array.from(original, (byte, index) => (index === place ? byte ^ 0x01 : byte));
      writeFileSync(file, bytes);
      const { verdict } = await verifyPath(file, anchors).finally(() => writeFileSync(file, original));
      expect(verdict, `${path} at ${place}`).not.toBe('passed');
    }
  });

  test('an acknowledgement that was taken away breaks the chain', async () => {
    const { verdict, questions } = await changed((folder) => {
      for (const ending of ['json', 'p7s']) rmSync(join(folder, 'acknowledgements', `02-receive.${ending}`));
    });
    expect(verdict).toBe('failed');
    expect(questions[0]).toMatchObject({ question: 'acknowledgements/03-accept.json: chain', verdict: 'failed' });
  });

  test('an acknowledgement without its signature, and a message of which nothing was said', async () => {
    const without = await changed((folder) => rmSync(join(folder, 'acknowledgements', '01-arrive.p7s')));
    expect(without.verdict).toBe('failed');
    const gone = await changed((folder) => rmSync(join(folder, 'exchange.asice')));
    expect(gone.verdict).toBe('indeterminate');
  });
});
