import { generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Question, worstOf } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ContainerEntry, ContainerFile } from './container-file.ts';
import { manifestName, signatureName } from './manifest/manifest-names.ts';
import { questionsOfAsic } from './questions-of-asic.ts';
import { readAsic } from './read-asic.ts';
import { writeAsic } from './write-asic.ts';
import { writeZip } from './zip/write-zip.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const modifiedAt = '2026-03-04T05:06:07.890Z';
const sign = async (manifest: Uint8Array) => signBytes(null, manifest, privateKey);

function verify(signature: Uint8Array, content: Uint8Array): readonly Question[] {
  const holds = verifyBytes(null, content, publicKey, signature);
  return [{ question: 'signature', verdict: holds ? 'passed' : 'failed', reason: holds ? 'ok' : 'SIG_CRYPTO_FAILURE' }];
}

const files: readonly ContainerFile[] = [
  { name: 'document.pdf', bytes: Buffer.from('%PDF-'), mediaType: 'application/pdf' },
  { name: 'statements/01.json', bytes: Buffer.from('{}'), mediaType: 'application/json' },
];

function ours(): Promise<Uint8Array> {
  return writeAsic({ files, sign, modifiedAt });
}

/** The entries of our container, changed and packed again as we would. */
async function repacked(
  change: (entries: readonly ContainerEntry[]) => readonly ContainerEntry[],
): Promise<Uint8Array> {
  const read = await readAsic(await ours());
  const entries = [
    { name: 'mimetype', bytes: Buffer.from('application/vnd.etsi.asic-e+zip') },
    ...read.files,
    ...read.manifests,
    ...read.signatures,
  ];
  return writeZip(change(entries), modifiedAt);
}

async function reasons(zip: Uint8Array): Promise<readonly string[]> {
  const questions = await questionsOfAsic(zip, verify);
  return questions.filter((one) => one.verdict === 'failed').map((one) => `${one.question} ${one.reason}`);
}

describe('questionsOfAsic', () => {
  it('passes our own container, every question of it', async () => {
    const questions = await questionsOfAsic(await ours(), verify, { form: 'own' });
    expect(worstOf(questions)).toBe('passed');
    expect(questions.map((one) => one.question)).toEqual([
      'container-read',
      'signed',
      'digest',
      'digest',
      'covered',
      'covered',
      'signature',
      'container-bytes',
    ]);
    expect(await repacked((entries) => entries)).toEqual(await ours());
  });

  it('fails a file that was changed', async () => {
    const zip = await repacked((entries) =>
      entries.map((one) => (one.name === 'statements/01.json' ? { ...one, bytes: Buffer.from('[]') } : one)),
    );
    expect(await reasons(zip)).toEqual(expect.arrayContaining(['digest HASH_FAILURE']));
  });

  it('fails a file that is missing, and one that nothing names', async () => {
    const missing = await repacked((entries) => entries.filter((one) => one.name !== 'statements/01.json'));
    expect(await reasons(missing)).toEqual(expect.arrayContaining(['digest SIGNED_DATA_NOT_FOUND']));
    const added = await repacked((entries) => [...entries, { name: 'extra.txt', bytes: Buffer.from('x') }]);
    expect(await reasons(added)).toEqual(expect.arrayContaining(['covered FORMAT_FAILURE']));
  });

  it('fails a manifest that the signature is not over', async () => {
    const zip = await repacked((entries) =>
      entries.map((one) =>
        one.name === manifestName
          ? {
              ...one,
              bytes: Buffer.from(Buffer.from(one.bytes).toString().replace('application/pdf', 'application/odf')),
            }
          : one,
      ),
    );
    expect(await reasons(zip)).toEqual(['signature SIG_CRYPTO_FAILURE']);
  });

  it('fails a signature that is missing or belongs to no manifest', async () => {
    const missing = await repacked((entries) => entries.filter((one) => one.name !== signatureName));
    expect(await reasons(missing)).toEqual(expect.arrayContaining(['manifest-signature FORMAT_FAILURE']));
    const stray = await repacked((entries) => [
      ...entries,
      { name: 'META-INF/signature002.p7s', bytes: Buffer.from('x') },
    ]);
    expect(await reasons(stray)).toEqual(expect.arrayContaining(['signed FORMAT_FAILURE']));
    const none = await repacked((entries) => entries.filter((one) => !one.name.startsWith('META-INF/')));
    expect(await reasons(none)).toEqual(expect.arrayContaining(['signed FORMAT_FAILURE']));
  });

  it('leaves undecided what only a timestamp stands for, until it is told how to judge one', async () => {
    const stamp = await sign(Buffer.from('x'));
    const zip = await repacked((entries) =>
      entries.map((one) => {
        if (one.name === signatureName) return { name: 'META-INF/timestamp001.tst', bytes: stamp };
        if (one.name !== manifestName) return one;
        const text = Buffer.from(one.bytes).toString().replace(signatureName, 'META-INF/timestamp001.tst');
        return { ...one, bytes: Buffer.from(text.replace(/ {2}<asic:ASiCManifestExtensions>.*Extensions>\n/s, '')) };
      }),
    );
    expect(worstOf(await questionsOfAsic(zip, verify))).toBe('indeterminate');
    expect(worstOf(await questionsOfAsic(zip, verify, { verifyTimestamp: verify }))).toBe('failed');
  });

  it('accepts no other byte anywhere in our own container', async () => {
    const zip = await ours();
    for (let place = 0; place < zip.length; place += 1) {
      const damaged = Uint8Array.from(zip);
      damaged[place] = (zip[place] ?? 0) ^ 0x20;
      const verdict = worstOf(await questionsOfAsic(damaged, verify, { form: 'own' }));
      expect(verdict, `byte ${place}`).toBe('failed');
    }
  });

  it('accepts nothing before, behind or between, and no other time, in our own container', async () => {
    const zip = Buffer.from(await ours());
    for (const other of [Buffer.concat([zip, Buffer.from('x')]), Buffer.concat([Buffer.from('x'), zip])]) {
      expect(worstOf(await questionsOfAsic(other, verify, { form: 'own' }))).toBe('failed');
    }
    const commented = Buffer.concat([zip, Buffer.from('note')]);
    commented.writeUInt16LE(4, zip.length - 2);
    expect(await reasons(commented)).toEqual(['container-bytes FORMAT_FAILURE']);
    const read = await readAsic(zip);
    const entries = [{ name: 'mimetype', bytes: Buffer.from('application/vnd.etsi.asic-e+zip') }, ...read.files];
    const later = await writeZip([...entries, ...read.manifests, ...read.signatures], '2027-01-01T00:00:00.000Z');
    expect(await reasons(later)).toEqual(['container-bytes FORMAT_FAILURE']);
  });

  it('asks the form of our own of others only where it is told to', async () => {
    const manifest = Buffer.from(await manifestWithoutInstant());
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('application/vnd.etsi.asic-e+zip'), 'mimetype');
    for (const one of files) zip.addBuffer(Buffer.from(one.bytes), one.name);
    zip.addBuffer(manifest, manifestName);
    zip.addBuffer(await sign(manifest), signatureName);
    zip.end();
    const foreign = await buffer(zip.outputStream);
    const questions = await questionsOfAsic(foreign, verify);
    expect(worstOf(questions)).toBe('passed');
    expect(questions[0]).toMatchObject({ detail: 'mimetype is compressed; mimetype has an extra field' });
    expect(worstOf(await questionsOfAsic(foreign, verify, { form: 'own' }))).toBe('failed');
  });

  it('answers with a failure where the container cannot be read', async () => {
    const [answer, ...more] = await questionsOfAsic(Buffer.from('no zip'), verify);
    expect(answer).toMatchObject({ question: 'container-read', verdict: 'failed', reason: 'FORMAT_FAILURE' });
    expect(more).toEqual([]);
  });
});

async function manifestWithoutInstant(): Promise<string> {
  const text = Buffer.from((await readAsic(await ours())).manifests[0]?.bytes ?? []).toString();
  const without = text.replace(/ {2}<asic:ASiCManifestExtensions>.*Extensions>\n/s, '');
  expect(without).not.toBe(text);
  return without;
}
