import type { Clock } from '@sillok/kernel';
import { cosignNote } from '../note.ts';
import type { NoteSigner } from '../note-signer.ts';
import { judgeRequest, type WitnessRefusal, type WitnessView } from './judge-request.ts';
import type { WitnessFile } from './witness-file.ts';

export interface WitnessOptions {
  readonly keysOf: WitnessView['keysOf'];
  readonly file: WitnessFile;
  /** Of the role `witness`. */
  readonly signer: NoteSigner;
  readonly clock: Clock;
}

export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly size: number /** Signature lines of a note. */; readonly lines: string }
  | WitnessRefusal;

/** Vouches for logs of others: that each only ever grows (c2sp.org/tlog-witness). */
export interface Witness {
  readonly verifierKey: string;
  /** Takes the body of `add-checkpoint`, of hostile origin. What is vouched for is on the disk before the answer. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
}

export function createWitness({ keysOf, file, signer, clock }: WitnessOptions): Witness {
  return {
    verifierKey: signer.verifierKey,
    async addCheckpoint(body) {
      const judgement = judgeRequest({ keysOf, seen: file.seen }, body);
      if (judgement.kind !== 'cosign') return judgement;
      const { note, before, checkpoint } = judgement;
      const { origin, size } = checkpoint;
      // Another process on the same file may have been faster since it was read.
      if (!file.advance(origin, before, checkpoint)) {
        return { kind: 'conflict', origin, seenSize: file.seen(origin).size, isFork: false };
      }
      const cosigned = await cosignNote(note, signer, clock.now());
      return { kind: 'cosigned', size, lines: cosigned.slice(note.length) };
    },
  };
}
