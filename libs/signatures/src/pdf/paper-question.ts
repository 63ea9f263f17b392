import { createHash } from 'node:crypto';
import { asked, type Question } from '@sillok/kernel';
import type { ExaminedPdf } from './examine-pdf.ts';

/** What signers saw: its length in bytes and its SHA-256 in hex. */
export interface FrozenPaper {
  readonly length: number;
  readonly sha256: string;
}

/**
 * Whether the frozen paper is a literal prefix of the file that ends with a revision, and everything behind it only
 * filled what the paper had declared.
 */
export function paperQuestion(bytes: Uint8Array, examined: ExaminedPdf, paper: FrozenPaper): Question {
  const because = (reason: string, detail?: string) => asked('frozen-paper', detail === undefined, reason, detail);
  const digest = createHash('sha256').update(bytes.subarray(0, paper.length)).digest('hex');
  if (bytes.length < paper.length || digest !== paper.sha256)
    return because('HASH_FAILURE', 'the file starts otherwise');
  const index = examined.revisions.findIndex((one) => paper.length >= one.length && paper.length <= one.length + 2);
  if (index < 0) return because('FORMAT_FAILURE', 'the paper ends within a revision');
  const later = examined.revisions.slice(index + 1);
  const faults = later.flatMap((one) =>
    one.acts.includes('declared') ? ['fields were declared', ...one.faults] : one.faults,
  );
  return because('SIG_CONSTRAINTS_FAILURE', faults.length === 0 ? undefined : faults.join('; '));
}
