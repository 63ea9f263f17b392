import { parseCount } from '../base64.ts';
import { noteFaultOf } from '../invalid.ts';
import { openNote } from '../note.ts';
import type { SignedCheckpoint } from '../sequencer.ts';
import { formatCosigningRequest } from './cosigning-request.ts';

export interface WitnessToAsk {
  readonly verifierKey: string;
  /** Brings the body of `add-checkpoint` to the witness. */
  post(body: string): Promise<{ readonly status: number; readonly body: string }>;
}

export interface AskedFor {
  readonly checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>;
  /** The size that this witness cosigned last, as far as is known here. */
  readonly oldSize: number;
  consistency(from: number, to: number): readonly Uint8Array[];
}

export type AskedAnswer =
  | { readonly kind: 'cosigned' /** Signature lines by the key of the witness. */; readonly lines: string }
  /** `seenSize` where the witness saw another size than the log remembers, which the log cannot explain. */
  | { readonly kind: 'refused'; readonly status: number; readonly seenSize?: number };

/** Asks a witness to vouch for a checkpoint (c2sp.org/tlog-witness); where it remembers another size, asks again. */
export async function askWitness(witness: WitnessToAsk, asked: AskedFor): Promise<AskedAnswer> {
  const first = await ask(witness, asked);
  if (first.kind !== 'refused' || first.seenSize === undefined) return first;
  const isExplained = first.seenSize !== asked.oldSize && first.seenSize <= asked.checkpoint.size;
  return isExplained ? ask(witness, { ...asked, oldSize: first.seenSize }) : first;
}

async function ask(witness: WitnessToAsk, { checkpoint, oldSize, consistency }: AskedFor): Promise<AskedAnswer> {
  const { size, note } = checkpoint;
  const proof = oldSize === 0 ? [] : consistency(oldSize, size);
  const { status, body } = await witness.post(formatCosigningRequest({ oldSize, proof, note }));
  const seenSize = status === 409 ? parseCount(body.replace(/\n$/, '')) : undefined;
  const lines = status === 200 ? linesOf(witness.verifierKey, note, body) : '';
  if (lines !== '') return { kind: 'cosigned', lines };
  return { kind: 'refused', status, ...(seenSize === undefined ? {} : { seenSize }) };
}

/** Lines of other keys mean nothing to whoever asked this witness. */
function linesOf(verifierKey: string, note: string, body: string): string {
  const signed = note.slice(0, note.lastIndexOf('\n\n') + 2);
  const lines = body.split('\n').map((line) => `${line}\n`);
  return lines.filter((line) => isSignedBy(verifierKey, `${signed}${line}`)).join('');
}

function isSignedBy(verifierKey: string, note: string): boolean {
  try {
    return openNote(note, [verifierKey]).signedBy.length > 0;
  } catch (error) {
    noteFaultOf(error);
    return false;
  }
}
