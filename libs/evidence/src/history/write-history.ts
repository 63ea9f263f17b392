import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { linesOf, readEnvelope } from '../verifying/read-log-lines.ts';

/** `history.jsonl`: canonical envelopes, each with a new line behind it; a line's bytes are a leaf of the log. */
export function writeHistory(lines: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(lines.flatMap((line) => [line, newLine])));
}

/** One event of a history: its place, counted from 0, is that of the line. */
export interface HistoryLine {
  /** The bytes of the leaf. */
  readonly line: Uint8Array;
  /** Absent where the line is no canonical envelope. */
  readonly envelope: Envelope | undefined;
}

/** `undefined` where the last line is cut. */
export function readHistory(bytes: Uint8Array): readonly HistoryLine[] | undefined {
  return linesOf(bytes)?.map((line) => ({ line, envelope: readEnvelope(line) }));
}

const newLine = Uint8Array.of(10);
