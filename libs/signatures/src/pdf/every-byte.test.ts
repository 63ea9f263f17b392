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

function survivors(change: (bytes: Buffer, at: number) => Buffer): number[] {
  return [...sealed.keys()].filter((at) => isTakenForTheSame(change(Buffer.from(sealed), at)));
}

describe('each byte of a sealed file', () => {
  it('is what it is before anything is done to it', () => {
    expect(isTakenForTheSame(sealed)).toBe(true);
  });

  it('cannot be another one unseen', () => {
    const flipped = survivors((bytes, at) => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      return bytes;
    });
    expect(flipped).toEqual([]);
  });

  it('cannot change its case unseen', () => {
    const recased = survivors((bytes, at) => {
      const letter = /[a-z]/i.test(String.fromCharCode(bytes[at] ?? 0));
      bytes[at] = (bytes[at] ?? 0) ^ (letter ? 0x20 : 0x80);
      return bytes;
    });
    expect(recased).toEqual([]);
  });

  it('cannot be taken out or doubled unseen', () => {
    expect(survivors((bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))).toEqual([]);
    expect(survivors((bytes, at) => Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]))).toEqual([]);
  });

  it('cannot be the last one', () => {
    expect(survivors((bytes, at) => bytes.subarray(0, at))).toEqual([]);
  });
});
