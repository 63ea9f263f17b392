import { placeOf } from '@sillok/schemas/api/cursor';
import type { RecordsContext } from '../context.ts';
import { recordRow } from './reading-record.ts';

export interface FinishedDocument {
  readonly documentId: string;
  readonly number: string;
  readonly title: string;
  readonly registeredOn: string;
  readonly href: string;
}

/** What may be shown to everybody: our own sealed records of the open class, newest first; not what people wrote to us. */
export function finishedDocuments(context: RecordsContext) {
  return async (
    after: string | undefined,
    limit: number,
  ): Promise<{ items: readonly FinishedDocument[]; next?: string }> => {
    const [at, id] = placeOf(after);
    const rows = context.records.db
      .prepare(
        `SELECT * FROM record WHERE disclosure = 'open' AND status = 'sealed' AND paper IS NULL
           AND (established_at, document_id) < (?, ?)
         ORDER BY established_at DESC, document_id DESC LIMIT ?`,
      )
      .all(at, id, limit + 1)
      .map(recordRow);
    const items = rows.slice(0, limit).map(({ documentId, number, title, establishedAt }) => ({
      documentId,
      number: number ?? '',
      title: title ?? '',
      registeredOn: establishedAt.slice(0, 10),
      href: `/api/records/open/${documentId}/document.pdf`,
    }));
    const last = rows[limit - 1];
    return { items, ...(rows.length > limit && last ? { next: `${last.establishedAt}|${last.documentId}` } : {}) };
  };
}
