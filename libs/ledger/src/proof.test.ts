import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { leafHash } from './hashing.ts';
import { noteSigner } from './note-signer.ts';
import { formatProof, openProof, parseProof } from './proof.ts';
import { openCheckpoint, signCheckpoint } from './signed-checkpoint.ts';
import { createTree } from './tree.ts';

const origin = 'ministry.example/ledger';
const signer = noteSigner({ name: origin, privateKey: generateKeyPairSync('ed25519').privateKey });
const verifierKeys = [signer.verifierKey];
const tree = createTree();
for (let index = 0; index < 11; index += 1) tree.append(leafHash(Buffer.from(String(index))));
const checkpoint = await signCheckpoint({ origin, size: 11, root: tree.root() }, [signer], '2026-03-02T01:02:03.000Z');
const proof = formatProof({ index: 4, hashes: tree.inclusionProof(4), checkpoint });
const leaf = tree.leaf(4);
const proofInvalid = expect.objectContaining({ code: 'LEDGER_PROOF_INVALID' });
const checkpointInvalid = expect.objectContaining({ code: 'LEDGER_CHECKPOINT_INVALID' });

describe('a checkpoint', () => {
  test('says what it was made of', () => {
    const said = { origin, size: 11, root: tree.root() };
    expect(parseCheckpoint(formatCheckpoint(said))).toEqual(said);
    expect(openCheckpoint(checkpoint, verifierKeys, origin)).toMatchObject(said);
  });

  test('is refused for another log', () => {
    expect(() => openCheckpoint(checkpoint, verifierKeys, 'other.example')).toThrow(checkpointInvalid);
  });

  test('has one spelling of its size and root, and may have extension lines', () => {
    const text = formatCheckpoint({ origin, size: 11, root: tree.root() });
    expect(parseCheckpoint(`${text}an extension\n`).size).toBe(11);
    for (const size of ['011', '+11', '11 ', '', '-1', '1e1', '9007199254740992', '99999999999999999999']) {
      expect(() => parseCheckpoint(text.replace('\n11\n', `\n${size}\n`))).toThrow(checkpointInvalid);
    }
    for (const other of [text.slice(0, -1), `${text}\n`, `${text}x`, `\n${text}`, text.replace('=', ''), '']) {
      expect(() => parseCheckpoint(other)).toThrow(checkpointInvalid);
    }
  });

  test('cannot be made to say more lines than three', () => {
    const root = tree.root();
    expect(() => formatCheckpoint({ origin: 'a\n9', size: 1, root })).toThrow(RangeError);
    expect(() => formatCheckpoint({ origin: '', size: 1, root })).toThrow(RangeError);
    expect(() => formatCheckpoint({ origin, size: -1, root })).toThrow(RangeError);
    expect(() => formatCheckpoint({ origin, size: 1, root: root.subarray(1) })).toThrow(RangeError);
  });
});

describe('a proof of the log', () => {
  test('opens for its leaf under the key of the log', () => {
    const opened = openProof({ proof, leafHash: leaf, verifierKeys, origin });
    expect(opened.index).toBe(4);
    expect(opened.checkpoint.size).toBe(11);
  });

  test('is the file of c2sp.org/tlog-proof, with and without extra data', () => {
    expect(proof.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 4']);
    expect(proof.endsWith(`\n\n${checkpoint}`)).toBe(true);
    const parts = { index: 4, hashes: tree.inclusionProof(4), checkpoint };
    expect(parseProof(proof)).toEqual(parts);
    const extra = Uint8Array.of(1, 2, 3);
    expect(formatProof({ ...parts, extra }).split('\n')[1]).toBe('extra AQID');
    expect(parseProof(formatProof({ ...parts, extra }))).toEqual({ ...parts, extra });
  });

  test('has no hashes in a log of one event', async () => {
    const only = await signCheckpoint({ origin, size: 1, root: leaf }, [signer], '2026-03-02T01:02:03.000Z');
    const alone = formatProof({ index: 0, hashes: [], checkpoint: only });
    expect(openProof({ proof: alone, leafHash: leaf, verifierKeys }).index).toBe(0);
  });

  test('is refused for another leaf, another index and another key', () => {
    expect(() => openProof({ proof, leafHash: tree.leaf(5), verifierKeys })).toThrow(proofInvalid);
    const moved = proof.replace('index 4', 'index 5');
    expect(() => openProof({ proof: moved, leafHash: leaf, verifierKeys })).toThrow(proofInvalid);
    expect(() => openProof({ proof, leafHash: leaf, verifierKeys: [] })).toThrow(checkpointInvalid);
  });

  test('is refused after any changed byte', () => {
    const bytes = Buffer.from(proof);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(6), (place, bit) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place);
        expect(() => openProof({ proof: changed.toString(), leafHash: leaf, verifierKeys })).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^LEDGER_(PROOF|CHECKPOINT)_INVALID$/) }),
        );
      }),
    );
  });

  test('is refused when its lines are not in order', () => {
    const lines = proof.split('\n');
    const wrong = [
      proof.replace('@v1', '@v2'),
      proof.replace('index 4', 'index 04'),
      proof.replace('index 4', 'extra A\nindex 4'),
      proof.replace('index 4', 'index 4\nindex 4'),
      lines.toSpliced(1, 1).join('\n'),
      lines.toSpliced(2, 0, 'AAAA').join('\n'),
      lines.toSpliced(2, 0, ...Array.from({ length: 64 }, () => lines[2] ?? '')).join('\n'),
      '',
    ];
    for (const other of wrong) expect(() => parseProof(other)).toThrow(proofInvalid);
  });
});
