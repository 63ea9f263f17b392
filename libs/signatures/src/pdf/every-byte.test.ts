import { worstOf } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { examinePdf } from './examine-pdf.ts';
import { anyCms, sealedPaper } from './test-files.ts';

const sealed = sealedPaper();
const digest = examinePdf(sealed).signatures[0]?.signedDigest;

/** What a verifier would let pass: the structure holds, and digest and CMS are the signed ones. */
function isTakenForTheSame(pdf: Uint8Array): boolean {
  const { questions, signatures } = examinePdf(pdf);
  const [one, ...others] = signatures;
  if (worstOf(questions) !== 'passed' || one === undefined || others.length > 0) return false;
  const same = (left: Uint8Array | undefined, right: Uint8Array | undefined) =>
    left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
  return same(one.signedDigest, digest) && same(one.cms, anyCms);
}

const places = [...sealed.keys()];
const letters = places.filter((at) => /[a-z]/i.test(String.fromCharCode(sealed[at] ?? 0)));
const everyThird = places.filter((at) => at % 3 === 0);

function survivors(positions: readonly number[], change: (bytes: Buffer, at: number) => Buffer): number[] {
  return positions.filter((at) => isTakenForTheSame(change(Buffer.from(sealed), at)));
}

describe('each byte of a sealed file', () => {
  it('is what it is before anything is done to it', () => {
    expect(isTakenForTheSame(sealed)).toBe(true);
  });

  it('cannot be another one unseen', () => {
    const flipped = survivors(places, (bytes, at) => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      return bytes;
    });
    expect(flipped).toEqual([]);
  });

  it('cannot change its case unseen', () => {
    const recased = survivors(letters, (bytes, at) => {
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      return bytes;
    });
    expect(recased).toEqual([]);
  });

  it('cannot be taken out or doubled unseen', () => {
    const without = (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    const doubled = (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]);
    expect(survivors(everyThird, without)).toEqual([]);
    expect(survivors(everyThird, doubled)).toEqual([]);
  });

  it('cannot be the last one', () => {
    expect(survivors(everyThird, (bytes, at) => bytes.subarray(0, at))).toEqual([]);
  });
});
