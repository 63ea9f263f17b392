import { type Question, type Verdict, worstFirst, worstOf } from '@sillok/kernel';

export type ArtifactKind =
  | 'pdf'
  | 'statement'
  | 'evidence'
  | 'proof'
  | 'log'
  | 'manifest'
  | 'summary'
  | 'exchange'
  | 'acknowledgement'
  | 'digitisation'
  | 'scan'
  | 'package'
  | 'transfer-receipt';

/** What `sillok verify --json` prints. */
export interface Report {
  readonly kind: ArtifactKind | 'folder';
  readonly verdict: Verdict;
  /** Worst first. */
  readonly questions: readonly Question[];
  /** Of a folder only. */
  readonly artifacts?: readonly Artifact[];
  /** Of a folder only: what lies there and proves nothing. */
  readonly notAsked?: readonly string[];
}

export interface Artifact {
  readonly path: string;
  readonly kind: ArtifactKind;
  readonly verdict: Verdict;
  readonly questions: readonly Question[];
}

export function reportOf(kind: Report['kind'], questions: readonly Question[]): Report {
  return { kind, verdict: worstOf(questions), questions: worstFirst(questions) };
}
