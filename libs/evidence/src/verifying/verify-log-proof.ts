import { asked, failed, hasCode, passed, type Question, undecided } from '@sillok/kernel';
import { formatProof, type LogProof, leafHash, type MerkleTree, parseProof, verifyInclusion } from '@sillok/ledger';
import type { Anchors } from './anchors.ts';
import { strictText } from './exact-bytes.ts';
import { readEnvelope } from './read-log-lines.ts';
import { newestQuestions, treeQuestion, verifyCheckpoint } from './verify-checkpoint.ts';

export interface ProofSubject {
  /** The event's canonical envelope; without it nothing is shown to be in the log. */
  readonly event: Uint8Array | undefined;
  /** The log as far as it is at hand: it shows whether the proof's checkpoint and the newest known one agree. */
  readonly tree?: MerkleTree;
}

export interface ProofVerdict {
  readonly questions: readonly Question[];
  readonly index?: number;
}

/** A proof (c2sp.org/tlog-proof) that one event is in a log. */
export function verifyLogProof(bytes: Uint8Array, subject: ProofSubject, anchors: Anchors): ProofVerdict {
  const proof = proofIn(bytes);
  if (proof === undefined) return { questions: [failed('proof-form', 'FORMAT_FAILURE', 'the bytes are no proof')] };
  const { index, hashes } = proof;
  const { questions, checkpoint } = verifyCheckpoint(Buffer.from(proof.checkpoint), anchors);
  const form = [passed('proof-form'), ...extraQuestions(proof), ...questions];
  if (checkpoint === undefined) return { questions: form, index };
  const { size, root } = checkpoint;
  const { event, tree } = subject;
  const holds = (line: Uint8Array) => verifyInclusion({ leafHash: leafHash(line), index, size, proof: hashes, root });
  return {
    questions: [
      ...form,
      ...(event === undefined
        ? [undecided('event', 'SIGNED_DATA_NOT_FOUND', `event ${index} is not at hand`)]
        : [
            asked('event', readEnvelope(event) !== undefined, 'FORMAT_FAILURE', 'the event is no canonical envelope'),
            asked('inclusion', holds(event), 'HASH_FAILURE', `the event is not at ${index} of ${checkpoint.origin}`),
          ]),
      ...(tree === undefined ? [] : [treeQuestion('root', checkpoint, tree)]),
      ...newestQuestions(checkpoint, anchors, tree),
    ],
    index,
  };
}

/** The index that a proof names, if the bytes are a proof. */
export function indexOfProof(bytes: Uint8Array): number | undefined {
  return proofIn(bytes)?.index;
}

function extraQuestions({ extra }: LogProof): readonly Question[] {
  return extra === undefined ? [] : [undecided('extra', 'NO_POE', 'nothing vouches for the extra data')];
}

function proofIn(bytes: Uint8Array): LogProof | undefined {
  const text = strictText(bytes);
  if (text === undefined) return undefined;
  try {
    const proof = parseProof(text);
    return formatProof(proof) === text ? proof : undefined;
  } catch (error) {
    if (hasCode(error, 'LEDGER_PROOF_INVALID')) return undefined;
    throw error;
  }
}
