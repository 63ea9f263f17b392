import { type DirectoryState, dateAt, packInForce } from '@sillok/authority';
import type { PolicyPack } from '@sillok/schemas/policies/policy-pack';
import type { SubmittedText } from '@sillok/schemas/vocabulary/official-document';
import type { ItemFile } from './item-file.ts';
import type { RecordHistory } from './record-history.ts';

/** A file of a record whose bytes were looked at. */
export interface MeasuredFile extends ItemFile {
  readonly sha256: string;
  readonly bytes: number;
  /** As PRONOM names it; absent where no format could be told. */
  readonly format: { readonly name: string; readonly version?: string; readonly key: string } | undefined;
}

/** A record as its history and its files tell it. */
export interface ItemToDescribe {
  readonly documentId: string;
  readonly history: RecordHistory;
  readonly files: readonly MeasuredFile[];
  /** What was established; absent of a document from outside. */
  readonly text: SubmittedText | undefined;
}

/** Who is who, here and elsewhere, and when it is told. */
export interface Describing {
  readonly directory: DirectoryState;
  readonly institutionId: string;
  readonly nameOfInstitution: (code: string) => string | undefined;
  readonly at: string;
  readonly previousTransferId: string | null;
}

/** The entry of a list of the pack that was in force on the civil date of an instant, with the law it comes from. */
export function ruleAt<Entry extends { readonly from: string }>(
  { directory }: Pick<Describing, 'directory'>,
  instant: string,
  listOf: (pack: PolicyPack) => readonly Entry[],
): Entry | undefined {
  const on = dateAt(directory, instant);
  const active = packInForce(directory, on);
  return active === undefined ? undefined : listOf(active.pack).findLast(({ from }) => from <= on);
}
