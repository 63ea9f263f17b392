import { SillokError } from '@sillok/kernel';
import type { RecordsContext } from '../context.ts';
import { dispatchedFiles } from './dispatched-files.ts';
import type { ItemFile } from './item-file.ts';
import { ownFiles } from './own-files.ts';
import { receivedFiles } from './received-files.ts';
import { type RecordHistory, recordHistory } from './record-history.ts';
import { scannedFiles } from './scanned-files.ts';

/** Everything that there is of one record whose history was closed for a transfer. */
export interface GatheredItem {
  readonly documentId: string;
  readonly history: RecordHistory;
  /** The document itself first. */
  readonly files: readonly ItemFile[];
}

/** Throws EVENT_MALFORMED for a record without content, or with another history than was closed. */
export async function gatherItem(
  context: Pick<RecordsContext, 'store' | 'catalogue' | 'openedFieldsOf' | 'contents'>,
  documentId: string,
  transferId: string,
): Promise<GatheredItem> {
  const history = await recordHistory(context, documentId, transferId);
  const files = [
    ...(await ownFiles(context, history)),
    ...(await receivedFiles(context, history)),
    ...scannedFiles(context, history),
    ...dispatchedFiles(context, history),
  ];
  if (files[0]?.role === 'document') return { documentId, history, files };
  throw new SillokError('EVENT_MALFORMED', 'a record without content', { details: { documentId } });
}
