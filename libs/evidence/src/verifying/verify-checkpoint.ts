import { asked, failed, hasCode, passed, type Question, SillokError, undecided } from '@sillok/kernel';
import { type Checkpoint, formatCheckpoint, type MerkleTree, openCheckpoint, parseCheckpoint } from '@sillok/ledger';
import type { Anchors } from './anchors.ts';
import { isSame, strictText } from './exact-bytes.ts';

export interface CheckpointVerdict {
  readonly questions: readonly Question[];
  /** What the note says, whoever signed it. */
  readonly checkpoint?: Checkpoint;
}

/**
 * A checkpoint (c2sp.org/tlog-checkpoint): the only spelling of what it says, and every line below it by a known key,
 * since nothing would tell a damaged line from a stranger's.
 */
export function verifyCheckpoint(note: Uint8Array, anchors: Anchors): CheckpointVerdict {
  const text = strictText(note) ?? '';
  const checkpoint = checkpointIn(text);
  if (checkpoint === undefined) {
    return { questions: [failed('checkpoint-form', 'FORMAT_FAILURE', 'the bytes are no checkpoint of our form')] };
  }
  return { questions: [passed('checkpoint-form'), ...signatureQuestions(text, anchors)], checkpoint };
}

function checkpointIn(note: string): Checkpoint | undefined {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  try {
    const checkpoint = parseCheckpoint(text);
    // Further lines are legal and mean nothing, and not every kind of signature covers them.
    return formatCheckpoint(checkpoint) === text ? checkpoint : undefined;
  } catch (error) {
    if (hasCode(error, 'LEDGER_CHECKPOINT_INVALID')) return undefined;
    throw error;
  }
}

function signatureQuestions(note: string, { witnesses }: Anchors): readonly Question[] {
  const question = 'checkpoint-signature';
  if (witnesses.length === 0) return [undecided(question, 'NO_SIGNING_CERTIFICATE_FOUND', 'no witness was given')];
  try {
    const { signedBy } = openCheckpoint(note, witnesses);
    const lines = note.slice(note.lastIndexOf('\n\n') + 2).split('\n').length - 1;
    if (signedBy.length === lines) return [passed(question, signedBy.map((one) => one.name).join(', '))];
    return [undecided(question, 'NO_SIGNING_CERTIFICATE_FOUND', `${lines - signedBy.length} lines by unknown keys`)];
  } catch (error) {
    if (!(error instanceof SillokError) || error.code !== 'LEDGER_CHECKPOINT_INVALID') throw error;
    const reason = String(error.details['reason']);
    if (reason !== 'NO_KNOWN_SIGNATURE') return [failed(question, reason, error.message)];
    return [undecided(question, 'NO_SIGNING_CERTIFICATE_FOUND', error.message)];
  }
}

/** Whether the tree of the log, as far as it is at hand, is the one that a checkpoint names. */
export function treeQuestion(question: string, checkpoint: Checkpoint, tree: MerkleTree): Question {
  if (checkpoint.size > tree.size) {
    return failed(question, 'HASH_FAILURE', `${tree.size} events are here, the checkpoint has ${checkpoint.size}`);
  }
  return asked(question, isSame(tree.root(checkpoint.size), checkpoint.root), 'HASH_FAILURE', 'the root is another');
}

/** Whether a checkpoint belongs to the log of the newest known one and does not contradict it. */
export function newestQuestions(checkpoint: Checkpoint, { newest }: Anchors, tree?: MerkleTree): readonly Question[] {
  const question = 'newest-checkpoint';
  if (newest === undefined) return [];
  if ('fault' in newest) return [undecided(question, 'NO_POE', `the one that is known does not open: ${newest.fault}`)];
  if (newest.origin !== checkpoint.origin) {
    return [failed(question, 'SIG_CONSTRAINTS_FAILURE', `it is of the log ${checkpoint.origin}, not ${newest.origin}`)];
  }
  if (newest.size === checkpoint.size) {
    return [asked(question, isSame(newest.root, checkpoint.root), 'HASH_FAILURE', 'the same size has another root')];
  }
  if (tree === undefined || tree.size < newest.size) {
    const detail = `${checkpoint.size} events against ${newest.size} known, and nothing shows that they agree`;
    return [undecided(question, 'NO_POE', detail)];
  }
  return [treeQuestion(question, newest, tree)];
}
