import type { SignedInPerson } from '@sillok/http-service';
import { type Refusal, refuse } from '@sillok/kernel';
import { type incomingItem, incomingStatus } from '@sillok/schemas/api/distribution/incoming';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { isOfUnitOrRegistry } from './reading-outgoing.ts';

export interface IncomingRow {
  readonly item: z.infer<typeof incomingItem>;
  readonly dispatchId: string;
  readonly sequence: number;
  readonly sentAt: string;
  readonly folderId: string | null;
  readonly copyAddress: string;
  readonly dueOn: string | null;
}

/** The document, if this person may see it: the registry all, a unit its own, a reader what circulates to them. */
export async function incomingFor(
  context: DistributionContext,
  documentId: string,
  person: SignedInPerson,
): Promise<IncomingRow | Refusal> {
  const row = context.incoming.db.prepare('SELECT * FROM incoming WHERE document_id = ?').get(documentId);
  if (row === undefined) return refuse('not-found', 'documentId');
  const found = incomingRow(context, row);
  const isReader = readersOf(context, documentId).some(({ personId }) => personId === person.id);
  const isOpen = isReader || (await isOfUnitOrRegistry(context, found.item.unitId ?? '', person));
  return isOpen ? found : refuse('not-found', 'documentId');
}

export function incomingRow(context: DistributionContext, row: Readonly<Record<string, unknown>>): IncomingRow {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const senderId = String(row['sender_id']);
  return {
    item: {
      documentId: String(row['document_id']),
      senderId,
      senderName: context.addressBook.find(senderId)?.name ?? null,
      senderNumber: String(row['sender_number']),
      title: text('title'),
      status: incomingStatus.parse(row['status']),
      unitId: text('unit_id'),
      effectiveAt: String(row['effective_at']),
      number: text('number'),
    },
    dispatchId: String(row['dispatch_id']),
    sequence: Number(row['sequence']),
    sentAt: String(row['sent_at']),
    folderId: text('folder_id'),
    copyAddress: String(row['copy_address']),
    dueOn: text('due_on'),
  };
}

export function readersOf(context: DistributionContext, documentId: string) {
  return context.incoming.db
    .prepare('SELECT person_id, read_at FROM reader WHERE document_id = ? ORDER BY person_id')
    .all(documentId)
    .map((row) => ({
      personId: String(row['person_id']),
      readAt: typeof row['read_at'] === 'string' ? row['read_at'] : null,
    }));
}
