import { failed, passed, type Question, undecided } from '@sillok/kernel';
import type { Checkpoint } from './checkpoint.ts';
import { isSameHash, leafHash } from './hashing.ts';
import { type NoteFault, noteFaultOf } from './invalid.ts';
import { openCheckpoint } from './signed-checkpoint.ts';
import { createTree } from './tree.ts';

export interface ExportToVerify {
  /** The stored envelopes, in the order of the ledger. */
  readonly lines: readonly Uint8Array[];
  readonly leafHashes: readonly Uint8Array[];
  /** The signed note. */
  readonly checkpoint: string | Uint8Array;
  /** From outside the export; without it, whose log this is cannot be decided. */
  readonly verifierKey: string | undefined;
}

/** Whether an exported log is the log that the checkpoint names, event by event. Everything but the key is hostile. */
export function verifyExport(exported: ExportToVerify): readonly Question[] {
  const { signature, checkpoint } = signatureQuestion(exported.checkpoint, exported.verifierKey);
  return [eventsQuestion(exported), rootQuestion(exported.leafHashes, checkpoint), signature];
}

function eventsQuestion({ lines, leafHashes }: ExportToVerify): Question {
  const question = 'Is every event the one that was integrated at its place?';
  const differs = lines.findIndex((line, index) => !isLeaf(line, leafHashes[index]));
  const first = differs < 0 ? lines.length : differs;
  if (differs < 0 && lines.length === leafHashes.length) return passed(question);
  return failed(question, 'HASH_FAILURE', `the first event that differs is ${first}`);
}

function isLeaf(line: Uint8Array, leaf: Uint8Array | undefined): boolean {
  return leaf !== undefined && isSameHash(leafHash(line), leaf);
}

function rootQuestion(leafHashes: readonly Uint8Array[], checkpoint: Checkpoint | undefined): Question {
  const question = 'Do the leaf hashes give the root of the checkpoint?';
  if (checkpoint === undefined)
    return { question, verdict: 'indeterminate', detail: 'there is no checkpoint to compare' };
  if (leafHashes.some((hash) => hash.length !== 32)) return failed(question, 'FORMAT_FAILURE');
  if (leafHashes.length !== checkpoint.size) {
    return failed(question, 'HASH_FAILURE', `${leafHashes.length} leaf hashes, ${checkpoint.size} in the checkpoint`);
  }
  const tree = createTree();
  for (const hash of leafHashes) tree.append(hash);
  if (isSameHash(tree.root(), checkpoint.root)) return passed(question);
  return failed(question, 'HASH_FAILURE', 'the root is another');
}

interface SignatureAnswer {
  readonly signature: Question;
  readonly checkpoint?: Checkpoint;
}

function signatureQuestion(note: string | Uint8Array, verifierKey: string | undefined): SignatureAnswer {
  const question = 'Is the checkpoint signed by the log?';
  if (verifierKey === undefined) {
    return { signature: undecided(question, 'NO_SIGNING_CERTIFICATE_FOUND') };
  }
  try {
    const checkpoint = openCheckpoint(note, [verifierKey]);
    return { signature: passed(question), checkpoint };
  } catch (error) {
    return { signature: { question, ...answers[noteFaultOf(error)] } };
  }
}

const answers: Readonly<Record<NoteFault, Omit<Question, 'question'>>> = {
  FORMAT_FAILURE: { verdict: 'failed', reason: 'FORMAT_FAILURE' },
  SIG_CRYPTO_FAILURE: { verdict: 'failed', reason: 'SIG_CRYPTO_FAILURE' },
  NO_KNOWN_SIGNATURE: { verdict: 'indeterminate', reason: 'NO_SIGNING_CERTIFICATE_FOUND' },
};
