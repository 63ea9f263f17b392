import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { checkpointInvalid } from './invalid.ts';
import { type NoteSignature, openNote, signNote } from './note.ts';
import type { NoteSigner } from './note-signer.ts';

export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: readonly NoteSignature[];
}

/** `at` is the instant of signing, for the kinds of signature that carry one. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  signers: readonly NoteSigner[],
  at: string,
): Promise<string> {
  return signNote(formatCheckpoint(checkpoint), signers, at);
}

/**
 * Opens a checkpoint of hostile origin under keys from outside. Throws LEDGER_CHECKPOINT_INVALID, also where a key of
 * the log signed for another log: `origin` is the log that is expected.
 */
export function openCheckpoint(
  note: string | Uint8Array,
  verifierKeys: readonly string[],
  origin?: string,
): OpenedCheckpoint {
  const { text, signedBy } = openNote(note, verifierKeys);
  const checkpoint = parseCheckpoint(text);
  if (origin === undefined || checkpoint.origin === origin) return { ...checkpoint, signedBy };
  throw checkpointInvalid('FORMAT_FAILURE', `the checkpoint is of ${checkpoint.origin}, not of ${origin}`);
}

/** Reads a note that this log wrote itself, without asking who signed it. */
export function ownCheckpoint(note: string): Checkpoint {
  return parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
}
