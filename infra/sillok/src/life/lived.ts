import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import type { Keeping } from './live-keeping.ts';
import type { Preserved } from './live-transfer.ts';
import type { LifeSummary } from './summarise.ts';

/** A document that has its number and its seal, and can be told where it lies and left behind as files. */
export interface Lived {
  readonly keeping: Keeping;
  readonly unitId: string;
  readonly folderId: string;
  readonly documentId: string;
  readonly title: string;
  readonly review?: { readonly disclosure: Disclosure; readonly reason: string };
  /** Leaves everything that proves it, and has each artifact verified from the files. */
  leave(preserved: Preserved | undefined): Promise<LifeSummary>;
}
