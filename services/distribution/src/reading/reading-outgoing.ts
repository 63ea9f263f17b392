import { appointmentsOf, dateAt } from '@sillok/authority';
import type { SignedInPerson } from '@sillok/http-service';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { type DispatchStatus, dispatchItem } from '@sillok/schemas/api/distribution/dispatch';
import { type RecordRegistered, recordRegistered } from '@sillok/schemas/events/records/record-registered';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';

export interface OutgoingRow {
  readonly documentId: string;
  readonly unitId: string;
  readonly outgoing: boolean;
  readonly title: string;
  readonly textAddress: string;
  readonly evidenceAddress: string | undefined;
  readonly registration: RecordRegistered['data'] | undefined;
}

export function findOutgoing(context: DistributionContext, documentId: string): OutgoingRow | undefined {
  const row = context.dispatches.db.prepare('SELECT * FROM outgoing WHERE document_id = ?').get(documentId);
  if (row === undefined) return undefined;
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : undefined);
  const registration = text('registration');
  return {
    documentId,
    unitId: text('unit_id') ?? '',
    outgoing: row['is_outgoing'] === 1,
    title: text('title') ?? '–',
    textAddress: text('text_address') ?? '',
    evidenceAddress: text('evidence_address'),
    registration: registration === undefined ? undefined : recordRegistered.data.parse(JSON.parse(registration)),
  };
}

/** The record, if this person may send it: of their own unit, or any for the registry. Else as if it did not exist. */
export async function outgoingFor(
  context: DistributionContext,
  documentId: string,
  person: SignedInPerson,
): Promise<OutgoingRow | Refusal> {
  const found = findOutgoing(context, documentId);
  if (found === undefined) return refuse('not-found', 'documentId');
  const isOpen = await isOfUnitOrRegistry(context, found.unitId, person);
  return isOpen ? found : refuse('not-found', 'documentId');
}

export interface DispatchRow {
  readonly item: z.infer<typeof dispatchItem>;
  readonly outgoing: OutgoingRow;
}

export async function dispatchFor(
  context: DistributionContext,
  dispatchId: string,
  person: SignedInPerson,
): Promise<DispatchRow | Refusal> {
  const row = context.dispatches.db.prepare('SELECT * FROM dispatch WHERE dispatch_id = ?').get(dispatchId);
  if (row === undefined) return refuse('not-found', 'dispatchId');
  const item = dispatchItemOf(context, row);
  const outgoing = await outgoingFor(context, item.documentId, person);
  return isRefusal(outgoing) ? refuse('not-found', 'dispatchId') : { item, outgoing };
}

export function dispatchItemOf(context: DistributionContext, row: Readonly<Record<string, unknown>>) {
  const recipientId = String(row['recipient_id']);
  return dispatchItem.parse({
    dispatchId: row['dispatch_id'],
    documentId: row['document_id'],
    recipientId,
    recipientName: context.addressBook.find(recipientId)?.name ?? null,
    status: row['status'] as DispatchStatus,
    sequence: row['sequence'],
    receiptNumber: row['receipt_number'],
    reason: row['reason'],
  });
}

export async function isOfUnitOrRegistry(
  context: DistributionContext,
  unitId: string,
  person: SignedInPerson,
): Promise<boolean> {
  if (person.roles.some((role) => role === 'registry' || role === 'auditor')) return true;
  const directory = await context.directory.latest();
  const posts = appointmentsOf(directory, person.id, dateAt(directory, context.clock.now()));
  return posts.some((post) => post.unitId === unitId);
}
