import type { Checkpoint } from '../checkpoint.ts';
import { emptyRoot, isSameHash } from '../hashing.ts';
import { noteFaultOf } from '../invalid.ts';
import { type OpenedCheckpoint, openCheckpoint } from '../signed-checkpoint.ts';
import { verifyConsistency } from '../verify-tree.ts';
import { type CosigningRequest, parseCosigningRequest } from './cosigning-request.ts';

/** The newest checkpoint of a log that a witness cosigned. */
export type Seen = Pick<Checkpoint, 'size' | 'root'>;

export const seenNothing: Seen = { size: 0, root: emptyRoot };

/** What a witness knows of logs. */
export interface WitnessView {
  /** The verifier keys by which it believes this log; `undefined` for a log that it does not know. */
  readonly keysOf: (origin: string) => readonly string[] | undefined;
  /** `seenNothing` before the first. */
  readonly seen: (origin: string) => Seen;
}

export type WitnessRefusal =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unknown-log' }
  | { readonly kind: 'not-signed' }
  | { readonly kind: 'old-beyond-new' }
  /** The old size is not the one that was seen, or it is and the root is another. */
  | { readonly kind: 'conflict'; readonly origin: string; readonly seenSize: number; readonly isFork: boolean }
  | { readonly kind: 'wrong-proof'; readonly origin: string };

export type WitnessJudgement =
  | { readonly kind: 'cosign'; readonly note: string; readonly before: Seen; readonly checkpoint: OpenedCheckpoint }
  | WitnessRefusal;

/** Whether a witness may vouch for a checkpoint, in the order of c2sp.org/tlog-witness. The body may be hostile. */
export function judgeRequest(view: WitnessView, body: string): WitnessJudgement {
  const request = orFault(() => parseCosigningRequest(body));
  if (request === 'malformed' || request === 'not-signed') return { kind: 'malformed' };
  const origin = request.note.slice(0, request.note.indexOf('\n'));
  const keys = view.keysOf(origin);
  if (keys === undefined) return { kind: 'unknown-log' };
  const checkpoint = orFault(() => openCheckpoint(request.note, keys, origin));
  if (checkpoint === 'malformed' || checkpoint === 'not-signed') return { kind: checkpoint };
  const before = view.seen(origin);
  return judgeGrowth(before, request, checkpoint) ?? { kind: 'cosign', note: request.note, before, checkpoint };
}

function judgeGrowth(seen: Seen, request: CosigningRequest, checkpoint: OpenedCheckpoint): WitnessRefusal | undefined {
  const { origin, size, root } = checkpoint;
  const { oldSize, proof } = request;
  if (oldSize > size) return { kind: 'old-beyond-new' };
  const isFork = size === seen.size && !isSameHash(root, seen.root);
  if (oldSize !== seen.size || isFork) return { kind: 'conflict', origin, seenSize: seen.size, isFork };
  return isBeginning(seen, checkpoint, proof) ? undefined : { kind: 'wrong-proof', origin };
}

function isBeginning(seen: Seen, { size, root }: Seen, proof: readonly Uint8Array[]): boolean {
  // The empty tree begins every tree, and there is nothing to prove.
  if (seen.size === 0 && size > 0) return proof.length === 0;
  return verifyConsistency({ from: seen.size, to: size, fromRoot: seen.root, toRoot: root, proof });
}

/** A note whose known lines do not verify was not signed by whom it says; the rest is no note. */
function orFault<Value>(read: () => Value): Value | 'malformed' | 'not-signed' {
  try {
    return read();
  } catch (error) {
    return noteFaultOf(error) === 'FORMAT_FAILURE' ? 'malformed' : 'not-signed';
  }
}
