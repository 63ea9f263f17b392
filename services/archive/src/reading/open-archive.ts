import type { ArchiveContext } from '../context.ts';
import { openUnder, openUnitOf, type Paging, searchOpen } from './reading-open.ts';

/** What pages may ask of the public zone; there is nothing else behind it. */
export function openArchive({ openRecords: { db } }: Pick<ArchiveContext, 'openRecords'>) {
  return {
    search: (words: string, paging: Paging) => searchOpen(db, words, paging),
    fonds: (paging: Paging) => openUnder(db, null, paging),
    unit: (descriptionId: string, paging: Paging) => openUnitOf(db, descriptionId, paging),
  };
}
