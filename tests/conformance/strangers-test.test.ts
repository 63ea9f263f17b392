import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPem } from '@sillok/signatures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SamplePackages, samplePackages } from '../journeys/verify/sample-package.ts';
import { bash, changeFile, type Stranger, strangerWith } from './making/stranger.ts';

let sample: SamplePackages;
const folders: string[] = [];
beforeAll(async () => {
  sample = await samplePackages();
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A new folder in which the package was unpacked as its own page says. */
async function unpacked(packageBytes: Uint8Array): Promise<Stranger> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-stranger-'));
  folders.push(folder);
  const { who } = sample.folder;
  const given = { packageBytes, root: toPem(who.pki.root.certificate), verifierKey: sample.verifierKey };
  const stranger = await strangerWith(folder, given);
  expect(stranger.unpacked).toMatchObject({ ok: true });
  return stranger;
}

const [files, seals, documents, statements, log, whole, opened] = [0, 1, 2, 3, 4, 5, 6] as const;
const one = 'representations/item-0001';
const history = `${one}/metadata/other/history.jsonl`;

function flipped(place: number): (bytes: Buffer) => Buffer {
  return (bytes) => Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ 1 : byte)));
}

function changed(from: RegExp, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const text = bytes.toString().replace(from, to);
    if (text === bytes.toString()) throw new RangeError(`${from} is not there`);
    return Buffer.from(text);
  };
}

describe('a stranger with unzip, xmllint, openssl and bash', () => {
  it.each(['submission', 'preserved'] as const)('finds each step of the page right in the %s', async (kind) => {
    const { root, steps } = await unpacked(sample[kind].bytes);
    expect(steps.length).toBe(7);
    for (const commands of steps) {
      const { ok, said } = await bash(commands, root);
      expect(ok, `${commands}\n${said}`).toBe(true);
    }
  });

  it.each<[string, number, string, (bytes: Buffer) => Buffer]>([
    ['a flipped byte of a file', files, `${one}/data/attachments/01-위치도 (개정) & 50%.txt`, flipped(2)],
    ['a file that nobody lists', files, `${one}/data/attachments/02.txt`, () => Buffer.from('more')],
    ['a flipped byte of a METS', seals, 'METS.xml', flipped(700)],
    ['a flipped byte of a representation METS', seals, `${one}/METS.xml`, flipped(700)],
    ['a flipped byte of a document', documents, `${one}/data/document.pdf`, flipped(100)],
    [
      'a document that goes on behind its seal',
      documents,
      `${one}/data/document.pdf`,
      (all) => Buffer.concat([all, Buffer.from(' ')]),
    ],
    ['a flipped byte of the evidence', statements, `${one}/data/evidence.asice`, flipped(3000)],
    ['a document that is not that of its evidence', statements, `${one}/data/document.pdf`, flipped(100)],
    ['a flipped byte of an event', log, history, flipped(40)],
    ['a flipped byte of a proof', log, `${one}/metadata/other/proofs/event-0002.tlog-proof`, flipped(60)],
    [
      'a checkpoint of another size',
      log,
      `${one}/metadata/other/proofs/event-0002.tlog-proof`,
      changed(/\n12\n/, '\n13\n'),
    ],
    ['an event that was left out', whole, history, (all) => all.subarray(all.indexOf(10) + 1)],
    [
      'an event that is there twice',
      whole,
      history,
      (all) => Buffer.concat([all.subarray(0, all.indexOf(10) + 1), all]),
    ],
    ['a closing event that was left out', whole, history, (all) => all.subarray(0, all.lastIndexOf(10, -2) + 1)],
    ['a flipped digit of a key', opened, `${one}/metadata/other/opened.jsonl`, changed(/"key":"./, '"key":"z')],
    ['another value', opened, `${one}/metadata/other/opened.jsonl`, changed(/제목/, '제몫')],
  ])('finds %s', async (_, step, path, change) => {
    const { root, steps } = await unpacked(sample.preserved.bytes);
    await changeFile(root, path, change);
    expect(await bash(steps[step] ?? '', root)).toMatchObject({ ok: false });
  });

  it('finds a log that another key signed, and another root', async () => {
    const { root, steps } = await unpacked(sample.preserved.bytes);
    const other = await samplePackages();
    await writeFile(join(root, '../log.vkey'), `${other.verifierKey}\n`);
    await writeFile(join(root, '../root.pem'), toPem(other.folder.who.pki.root.certificate));
    for (const step of [seals, documents, statements, log]) {
      expect(await bash(steps[step] ?? '', root)).toMatchObject({ ok: false });
    }
  });
});
