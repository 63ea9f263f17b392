import { undecided } from '@sillok/kernel';
import { readHistory } from '../../history/write-history.ts';
import type { Anchors } from '../anchors.ts';
import { type HistoryVerdict, verifyHistory } from '../verify-history.ts';
import type { FilesIn } from './package-files.ts';

export interface ItemHistory extends HistoryVerdict {
  readonly documentId?: string;
}

/** The history that lies in `metadata/other`. A record's says by its last event whose it is; a folder's has no such. */
export async function historyIn(files: FilesIn, of: 'record' | 'folder', anchors: Anchors): Promise<ItemHistory> {
  const history = await files.read(`${folder}history.jsonl`);
  if (history === undefined) {
    return { questions: [undecided('present', 'SIGNED_DATA_NOT_FOUND', 'there is no history')], events: [] };
  }
  const opened = await files.read(`${folder}opened.jsonl`);
  const proofs = new Map<string, Uint8Array>();
  for (const path of files.paths) {
    const id = /^metadata\/other\/proofs\/([^/]+)\.tlog-proof$/.exec(path)?.[1];
    if (id !== undefined) proofs.set(id, (await files.read(path)) ?? new Uint8Array());
  }
  const given = { history, opened, proofs };
  if (of === 'folder') return verifyHistory(given, anchors);
  const documentId = recordOf(history) ?? '';
  return { ...verifyHistory({ ...given, documentId }, anchors), documentId };
}

const folder = 'metadata/other/';

function recordOf(history: Uint8Array): string | undefined {
  const closing = readHistory(history)?.findLast(({ envelope }) => envelope?.type === 'records.HistoryClosed.v1');
  const documentId = closing?.envelope?.data['documentId'];
  return typeof documentId === 'string' ? documentId : undefined;
}
