import { about, hasCode, passed, type Question, undecided } from '@sillok/kernel';
import { type Checkpoint, type LogProof, parseCheckpoint, parseProof } from '@sillok/ledger';
import type { Anchors } from '../verifying/anchors.ts';
import { isSame, strictText } from '../verifying/exact-bytes.ts';
import { verifyLogProof } from '../verifying/verify-log-proof.ts';
import { type Deviation, type HistoryEvent, noDeviation } from './history-event.ts';

export interface ProvenHistory {
  readonly questions: readonly Question[];
  /** The newest one that a proof leads to. */
  readonly checkpoint?: Checkpoint;
  /** By the id of the event: its place in the log. */
  readonly indexes: ReadonlyMap<string, number>;
}

/** Whether each event is in the log, by a proof named after it, and whether all proofs lead to one log. */
export function proofQuestions(
  events: readonly HistoryEvent[],
  proofs: ReadonlyMap<string, Uint8Array>,
  anchors: Anchors,
): ProvenHistory {
  const read = new Map([...proofs].flatMap(([id, bytes]) => readProof(id, bytes)));
  const checkpoints = [...read.values()].flatMap(({ checkpoint }) => checkpoint ?? []);
  const checkpoint = checkpoints.toSorted((left, right) => right.size - left.size)[0];
  const ids = new Set(events.map(({ envelope }) => envelope.id));
  const stray = [...proofs.keys()].filter((id) => !ids.has(id));
  return {
    questions: [
      ...eventsProven(events, proofs, anchors),
      ...noDeviation(
        'nothing left out',
        'SIGNED_DATA_NOT_FOUND',
        stray.map((id) => ({ at: `event ${id}`, detail: 'its proof is here and it is not' })),
      ),
      ...noDeviation('one log', 'SIG_CONSTRAINTS_FAILURE', disagreements(checkpoints, anchors)),
    ],
    indexes: new Map([...read].map(([id, { proof }]) => [id, proof.index])),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

/** Whatever does not hold of a single proof is said with its event; of all others there is one answer. */
function eventsProven(
  events: readonly HistoryEvent[],
  proofs: ReadonlyMap<string, Uint8Array>,
  anchors: Anchors,
): readonly Question[] {
  // Of the newest known checkpoint nothing can be said by inclusion alone, unless the sizes are the same.
  const { newest: _, ...without } = anchors;
  const troubles = events.flatMap(({ envelope: { id }, line, place }) => {
    const proof = proofs.get(id);
    const questions =
      proof === undefined
        ? [undecided('proof', 'SIGNED_DATA_NOT_FOUND', 'there is none')]
        : verifyLogProof(proof, { event: line }, without).questions;
    return about(
      `event ${id} at line ${place}`,
      questions.filter(({ verdict }) => verdict !== 'passed'),
    );
  });
  return troubles.length === 0 ? [passed('in the log', `${events.length} events`)] : troubles;
}

function readProof(id: string, bytes: Uint8Array): readonly (readonly [string, ReadProof])[] {
  try {
    const proof = parseProof(strictText(bytes) ?? '');
    return [[id, { proof, checkpoint: checkpointIn(proof) }]];
  } catch (error) {
    if (hasCode(error, 'LEDGER_PROOF_INVALID')) return [];
    throw error;
  }
}

interface ReadProof {
  readonly proof: LogProof;
  readonly checkpoint: Checkpoint | undefined;
}

function checkpointIn({ checkpoint }: LogProof): Checkpoint | undefined {
  try {
    return parseCheckpoint(checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1));
  } catch (error) {
    if (hasCode(error, 'LEDGER_CHECKPOINT_INVALID')) return undefined;
    throw error;
  }
}

/** Of one size there is one root; how sizes that differ agree is what witnesses vouch for. */
function disagreements(checkpoints: readonly Checkpoint[], { newest }: Anchors): readonly Deviation[] {
  const [first] = checkpoints;
  if (first === undefined) return [];
  const known = newest !== undefined && !('fault' in newest) && newest.origin === first.origin ? [newest] : [];
  const roots = new Map<number, Uint8Array>();
  return [...known, ...checkpoints].flatMap(({ origin, size, root }) => {
    if (origin !== first.origin) return [{ at: origin, detail: `other proofs are of ${first.origin}` }];
    const other = roots.get(size) ?? root;
    roots.set(size, other);
    if (isSame(other, root)) return [];
    return [{ at: `${origin} of ${size} events`, detail: 'two checkpoints contradict each other' }];
  });
}
