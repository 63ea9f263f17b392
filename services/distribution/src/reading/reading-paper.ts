import type { SignedInPerson } from '@sillok/http-service';
import { type Refusal, refuse } from '@sillok/kernel';
import { type paperItem, paperStatus } from '@sillok/schemas/api/distribution/paper';
import { type PaperScanned, paperScanned } from '@sillok/schemas/events/distribution/paper-scanned';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { isOfUnitOrRegistry } from './reading-outgoing.ts';

export interface PaperRow {
  readonly item: z.infer<typeof paperItem>;
  readonly scanned: PaperScanned['data'];
  readonly scanDigest: string | null;
  readonly folderId: string | null;
  readonly digitisationAddress: string | null;
}

/** The letter, if this person may see it: the registry all, a unit what was given to it. */
export async function paperFor(
  context: DistributionContext,
  documentId: string,
  person: SignedInPerson,
): Promise<PaperRow | Refusal> {
  const found = findPaper(context, documentId);
  if (found === undefined) return refuse('not-found', 'documentId');
  const isOpen = await isOfUnitOrRegistry(context, found.item.unitId ?? '', person);
  return isOpen ? found : refuse('not-found', 'documentId');
}

export function findPaper(context: DistributionContext, documentId: string): PaperRow | undefined {
  const row = context.papers.db.prepare('SELECT * FROM paper WHERE document_id = ?').get(documentId);
  return row === undefined ? undefined : paperRow(row);
}

export function paperRow(row: Readonly<Record<string, unknown>>): PaperRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const scanned = paperScanned.data.parse(JSON.parse(String(row['scanned'])));
  return {
    item: {
      documentId: scanned.documentId,
      title: text('title'),
      senderName: text('sender_name'),
      arrivedOn: scanned.arrivedOn,
      status: paperStatus.parse(row['status']),
      unitId: text('unit_id'),
      number: text('number'),
    },
    scanned,
    scanDigest: text('scan_digest'),
    folderId: text('folder_id'),
    digitisationAddress: text('digitisation_address'),
  };
}
