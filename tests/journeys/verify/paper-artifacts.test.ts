import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Anchors } from '@sillok/evidence/verifying';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallCountry } from '../../../infra/sillok/src/composition/small-country.ts';
import { liveLetters } from '../../../infra/sillok/src/life/live-letters.ts';
import { readLetters } from '../../../infra/sillok/src/life/read-letters.ts';
import { readTrust } from '../../../infra/sillok/src/verify/read-trust.ts';
import { verifyPath } from '../../../infra/sillok/src/verify/verify-path.ts';

const file = join(import.meta.dirname, '..', '..', 'vectors', 'letters', 'citizen-letter', 'letter.json');

let out = '';
let anchors: Anchors;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'sillok-scanned-'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'sillok-scanning-'));
  const country = await openSmallCountry({ dataFolder, port: 0 });
  country.open();
  const [told] = await readLetters(file);
  const steps: string[] = [];
  if (told?.kind !== 'paper') throw new Error('the citizen wrote on paper');
  const order = { until: 'registered', onStep: (name: string) => steps.push(name) } as const;
  const [life] = await liveLetters(country, [{ ...told, out }], order);
  expect({ valid: life?.valid, steps }).toEqual({ valid: true, steps: ['scanned', 'distributed', 'received', 'left'] });
  await country.stop();
  await rm(dataFolder, { recursive: true, force: true });
  anchors = readTrust(join(out, 'trust.json'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

test('a letter on paper leaves its scan, what was sealed over it and its proofs, and all of it verifies', async () => {
  const { verdict, artifacts } = await verifyPath(out, anchors);
  expect(verdict).toBe('passed');
  expect((artifacts ?? []).map(({ kind }) => kind).toSorted()).toEqual(
    ['digitisation', 'log', 'scan', 'summary', ...readdirSync(join(out, 'proof')).map(() => 'proof')].toSorted(),
  );
  expect(await verifyPath(join(out, 'digitisation.asice'), anchors)).toMatchObject({
    kind: 'digitisation',
    verdict: 'passed',
  });
});

describe('what was changed does not verify', () => {
  test.each([
    ['a byte of the scan', 'scan.jpg', flip],
    ['a byte of the container', 'digitisation.asice', flip],
    ['the number in the summary', 'summary.json', replace('기록정책과-1', '기록정책과-2')],
    ['an event of the log', 'events.jsonl', replace('A-01-3', 'A-01-4')],
    ['the proof of a step', 'proof/01-PaperScanned.tlog-proof', replace('index ', 'index 1')],
  ])('%s', async (_, path, change) => {
    const { verdict } = await changed((folder) => {
      writeFileSync(join(folder, path), change(readFileSync(join(folder, path))));
    });
    expect(verdict).toBe('failed');
  });

  test('nor does what was taken away', async () => {
    expect((await changed((folder) => rmSync(join(folder, 'events.jsonl')))).verdict).toBe('failed');
    expect((await changed((folder) => rmSync(join(folder, 'digitisation.asice')))).verdict).not.toBe('passed');
  });
});

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

function flip(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  const at = Math.floor(other.length / 2);
  other.writeUInt8(other.readUInt8(at) ^ 1, at);
  return other;
}

function replace(from: string, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => Buffer.from(bytes.toString().replace(from, to));
}
