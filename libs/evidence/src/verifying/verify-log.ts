import { about, asked, failed, passed, type Question, undecided } from '@sillok/kernel';
import { type Checkpoint, createTree, leafHash, type MerkleTree } from '@sillok/ledger';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { Anchors } from './anchors.ts';
import { isSame, strictText } from './exact-bytes.ts';
import { linesOf, readEnvelope } from './read-log-lines.ts';
import { newestQuestions, treeQuestion, verifyCheckpoint } from './verify-checkpoint.ts';

export interface ExportedLog {
  /** One canonical envelope a line, in the order of the ledger. */
  readonly events: Uint8Array;
  /** The signed note; absent where none was found. */
  readonly checkpoint: Uint8Array | undefined;
  /** The same or an older note with the lines of witnesses; nothing is asked where there is none. */
  readonly cosigned?: Uint8Array | undefined;
  /** One leaf hash a line, in lower-case hex; absent where none was found. */
  readonly leaves: Uint8Array | undefined;
}

export interface LogVerdict {
  readonly questions: readonly Question[];
  /** By index; `undefined` where a line is no envelope. */
  readonly envelopes: readonly (Envelope | undefined)[];
  readonly lines: readonly Uint8Array[];
  readonly tree: MerkleTree;
  readonly checkpoint?: Checkpoint;
}

/**
 * An exported log against its checkpoint. What does not fit is named by its index in the log, counted from 0, as the
 * first that does not.
 */
export function verifyLog(log: ExportedLog, anchors: Anchors): LogVerdict {
  const lines = linesOf(log.events) ?? [];
  const envelopes = lines.map(readEnvelope);
  const tree = createTree();
  for (const line of lines) tree.append(leafHash(line));
  const { questions, checkpoint } = checkpointOf(log.checkpoint, anchors);
  const ended = linesOf(log.events) !== undefined;
  return {
    questions: [
      asked('lines', ended && lines.length > 0, 'FORMAT_FAILURE', ended ? 'there is no event' : 'the last line is cut'),
      orderQuestion(envelopes),
      leavesQuestion(tree, log.leaves),
      ...questions,
      ...(checkpoint === undefined ? [] : checkpointQuestions(checkpoint, tree, anchors)),
      ...(log.cosigned === undefined ? [] : about('cosigned', cosignedQuestions(log.cosigned, tree, anchors))),
    ],
    envelopes,
    lines,
    tree,
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

function checkpointOf(note: Uint8Array | undefined, anchors: Anchors) {
  if (note !== undefined) return verifyCheckpoint(note, anchors);
  const missing = undecided('checkpoint-form', 'SIGNED_DATA_NOT_FOUND', 'there is no checkpoint');
  return { questions: [missing], checkpoint: undefined };
}

function cosignedQuestions(note: Uint8Array, tree: MerkleTree, anchors: Anchors): readonly Question[] {
  const { questions, checkpoint } = verifyCheckpoint(note, anchors);
  return checkpoint === undefined ? questions : [...questions, treeQuestion('root', checkpoint, tree)];
}

function checkpointQuestions(checkpoint: Checkpoint, tree: MerkleTree, anchors: Anchors): readonly Question[] {
  const extra = tree.size > checkpoint.size;
  return [
    treeQuestion('root', checkpoint, tree),
    asked('size', !extra, 'HASH_FAILURE', `event ${checkpoint.size} is the first that the checkpoint does not have`),
    ...newestOfLog(checkpoint, tree, anchors),
  ];
}

/** A log that ends before what is known of it was cut: beyond its own events nothing can be compared. */
function newestOfLog(checkpoint: Checkpoint, tree: MerkleTree, anchors: Anchors): readonly Question[] {
  const { newest } = anchors;
  if (
    newest === undefined ||
    'fault' in newest ||
    newest.origin !== checkpoint.origin ||
    newest.size <= checkpoint.size
  ) {
    return newestQuestions(checkpoint, anchors, tree);
  }
  const detail = `it ends before event ${checkpoint.size}, of which ${newest.size} are known`;
  return [failed('newest-checkpoint', 'SIG_CONSTRAINTS_FAILURE', detail)];
}

/** Each a canonical envelope of one log with an id of its own, and the revisions of each stream without a gap from 0. */
function orderQuestion(envelopes: readonly (Envelope | undefined)[]): Question {
  const next = new Map<string, number>();
  const ids = new Set<string>();
  const first = envelopes.findIndex((one) => {
    if (one === undefined || one.log !== envelopes[0]?.log || ids.has(one.id)) return true;
    ids.add(one.id);
    const expected = next.get(one.stream) ?? 0;
    next.set(one.stream, expected + 1);
    return one.revision !== expected;
  });
  return asked('order', first < 0, 'FORMAT_FAILURE', `event ${first} is the first that does not follow`);
}

function leavesQuestion(tree: MerkleTree, bytes: Uint8Array | undefined): Question {
  if (bytes === undefined) return undecided('leaves', 'SIGNED_DATA_NOT_FOUND', 'there is no list of leaf hashes');
  const leaves = linesOf(bytes)?.map((line) => strictText(line) ?? '');
  if (leaves === undefined) return failed('leaves', 'FORMAT_FAILURE', 'the last leaf hash is cut');
  const broken = leaves.findIndex((leaf) => !/^[0-9a-f]{64}$/.test(leaf));
  if (broken >= 0) return failed('leaves', 'FORMAT_FAILURE', `leaf ${broken} is no hash`);
  const first = leaves.findIndex(
    (leaf, index) => index >= tree.size || !isSame(tree.leaf(index), Buffer.from(leaf, 'hex')),
  );
  if (first < 0 && leaves.length === tree.size) return passed('leaves');
  const index = first < 0 ? leaves.length : first;
  return failed('leaves', 'HASH_FAILURE', `event ${index} is the first that is not the one of its leaf`);
}
