import { generateKeyPairSync } from 'node:crypto';
import { worstOf } from '@sillok/kernel';
import { describe, expect, test } from 'vitest';
import { leafHash } from './hashing.ts';
import { noteSigner } from './note-signer.ts';
import { signCheckpoint } from './signed-checkpoint.ts';
import { createTree } from './tree.ts';
import { verifyExport } from './verify-export.ts';

const origin = 'ministry.example/ledger';
const signer = noteSigner({ name: origin, privateKey: generateKeyPairSync('ed25519').privateKey });
const verifierKey = signer.verifierKey;
const lines = Array.from({ length: 9 }, (_, index) => new Uint8Array(Buffer.from(`{"event":${index}}`)));
const leafHashes = lines.map(leafHash);
const checkpoint = await checkpointOf(leafHashes);
const sound = { lines, leafHashes, checkpoint, verifierKey };

async function checkpointOf(hashes: readonly Uint8Array[]): Promise<string> {
  const tree = createTree();
  for (const hash of hashes) tree.append(hash);
  return signCheckpoint({ origin, size: tree.size, root: tree.root() }, [signer], '2026-03-02T01:02:03.000Z');
}

function flipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(bytes);
  changed[3] = (changed[3] ?? 0) ^ 1;
  return changed;
}

describe('the verification of an exported log', () => {
  test('passes a log that is whole', () => {
    expect(verifyExport(sound).map((one) => one.verdict)).toEqual(['passed', 'passed', 'passed']);
  });

  test('row 59: a flipped, deleted or inserted event fails at its position', () => {
    for (const [index, line] of lines.entries()) {
      const changes = [
        lines.with(index, flipped(line)),
        lines.toSpliced(index, 1),
        lines.toSpliced(index, 0, new Uint8Array(Buffer.from('{"event":"inserted"}'))),
      ];
      for (const changed of changes) {
        const [events] = verifyExport({ ...sound, lines: changed });
        expect(events).toMatchObject({
          verdict: 'failed',
          reason: 'HASH_FAILURE',
          detail: `the first event that differs is ${index}`,
        });
      }
    }
    const [atEnd] = verifyExport({ ...sound, lines: [...lines, Uint8Array.of(1)] });
    expect(atEnd?.detail).toBe('the first event that differs is 9');
  });

  test('fails leaf hashes that were changed along with the events', () => {
    for (const [index, line] of lines.entries()) {
      for (const changed of [
        lines.with(index, flipped(line)),
        lines.toSpliced(index, 1),
        lines.toSpliced(index, 0, line),
      ]) {
        const questions = verifyExport({ ...sound, lines: changed, leafHashes: changed.map(leafHash) });
        expect(questions.map((one) => one.verdict)).toEqual(['passed', 'failed', 'passed']);
      }
    }
  });

  test('fails a checkpoint that was changed along with everything else', async () => {
    const changed = lines.toSpliced(2, 1);
    const forger = noteSigner({ name: origin, privateKey: generateKeyPairSync('ed25519').privateKey });
    const hashes = changed.map(leafHash);
    const fresh = await checkpointOf(hashes);
    const forged = fresh.slice(0, fresh.indexOf('—')) + checkpoint.slice(checkpoint.indexOf('—'));
    const questions = verifyExport({ lines: changed, leafHashes: hashes, checkpoint: forged, verifierKey });
    expect(questions.map((one) => one.verdict)).toEqual(['passed', 'indeterminate', 'failed']);
    expect(questions.at(-1)?.reason).toBe('SIG_CRYPTO_FAILURE');
    const stranger = verifyExport({ ...sound, verifierKey: forger.verifierKey });
    expect(stranger.map((one) => one.verdict)).toEqual(['passed', 'indeterminate', 'indeterminate']);
  });

  test('is indeterminate without a key from outside', () => {
    expect(worstOf(verifyExport({ ...sound, verifierKey: undefined }))).toBe('indeterminate');
  });

  test('fails what is no checkpoint and leaf hashes of another length', () => {
    expect(verifyExport({ ...sound, checkpoint: 'nothing' }).at(-1)).toMatchObject({ reason: 'FORMAT_FAILURE' });
    const short = leafHashes.with(0, new Uint8Array(31));
    expect(verifyExport({ ...sound, leafHashes: short })[1]).toMatchObject({ reason: 'FORMAT_FAILURE' });
  });
});
