import { readStatement } from '@sillok/evidence';
import {
  type Anchors,
  verifyEvidence,
  verifyLog,
  verifyLogProof,
  verifyManifest,
  verifySealedPdf,
  verifyStatement,
} from '@sillok/evidence/verifying';
import { type Question, worstOf } from '@sillok/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedAt } from './sample-evidence.ts';
import { type SampleFolder, sampleFolder } from './sample-folder.ts';

let sample: SampleFolder;
let anchors: Anchors;
beforeAll(async () => {
  sample = await sampleFolder();
  anchors = sample.anchors;
});

function bytesAt(path: string): Buffer {
  return Buffer.from(sample.files[path] ?? '');
}

type Answer = readonly Question[] | Promise<readonly Question[]>;

/**
 * The places at which one flipped bit is not seen; every `step`th byte is tried, another bit each time. Every byte of
 * each was tried once; the steps keep this to some seconds.
 */
async function unseen(bytes: Buffer, step: number, verify: (changed: Buffer) => Answer): Promise<readonly number[]> {
  expect(worstOf(await verify(bytes))).toBe('passed');
  const places: number[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    if (worstOf(await verify(changed)) === 'passed') places.push(at);
  }
  return places;
}

describe('a flipped bit is never passed', () => {
  it('in a statement or its signature', async () => {
    const [bytes, signature] = [bytesAt('statements/02-approved.json'), bytesAt('statements/02-approved.p7s')];
    const verify = (one: { bytes: Buffer; signature: Buffer }) => verifyStatement(one, anchors, signedAt).questions;
    expect(await unseen(bytes, 3, (changed) => verify({ bytes: changed, signature }))).toEqual([]);
    expect(await unseen(signature, 7, (changed) => verify({ bytes, signature: changed }))).toEqual([]);
  });

  it('in a manifest', async () => {
    const statements = ['01-submitted', '02-approved'].flatMap(
      (name) => readStatement(bytesAt(`statements/${name}.json`)) ?? [],
    );
    expect(await unseen(bytesAt('manifest.json'), 1, (changed) => verifyManifest(changed, statements))).toEqual([]);
  });

  it('in a log, its leaf hashes or its checkpoint', async () => {
    const log = {
      events: bytesAt('events.jsonl'),
      leaves: bytesAt('checkpoint/leaves'),
      checkpoint: bytesAt('checkpoint/checkpoint'),
    };
    for (const part of ['events', 'leaves', 'checkpoint'] as const) {
      const verify = (changed: Buffer) => verifyLog({ ...log, [part]: changed }, anchors).questions;
      expect(await unseen(log[part], 7, verify), part).toEqual([]);
    }
  });

  it('in a proof or the event that it proves', async () => {
    const [proof, event] = [bytesAt('proof/02-approved.tlog-proof'), Buffer.from(sample.lines[3] ?? [])];
    expect(await unseen(proof, 7, (changed) => verifyLogProof(changed, { event }, anchors).questions)).toEqual([]);
    expect(await unseen(event, 3, (changed) => verifyLogProof(proof, { event: changed }, anchors).questions)).toEqual(
      [],
    );
  });

  it('in a document', async () => {
    expect(await unseen(bytesAt('document.pdf'), 31, (changed) => verifySealedPdf(changed, anchors).questions)).toEqual(
      [],
    );
  });

  it('in an evidence container', async () => {
    const verify = async (changed: Buffer) => (await verifyEvidence(changed, anchors)).questions;
    expect(await unseen(bytesAt('evidence.asice'), 61, verify)).toEqual([]);
  });
});
