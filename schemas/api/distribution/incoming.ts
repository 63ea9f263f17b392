import { z } from 'zod';
import { civilDate, code, id, instant, line } from '../../vocabulary/primitives.ts';
import { cursor } from '../cursor.ts';

export const incomingParams = z.strictObject({ documentId: id });
export const incomingAttachmentParams = z.strictObject({ documentId: id, name: z.string().min(1).max(255) });

export const incomingListQuery = z.strictObject({
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const incomingStatus = z.enum(['in-registry', 'in-unit', 'number-pending', 'received', 'returned']);
export type IncomingStatus = z.infer<typeof incomingStatus>;

export const incomingItem = z.strictObject({
  documentId: id,
  senderId: code,
  senderName: z.string().nullable(),
  senderNumber: z.string(),
  title: z.string().nullable(),
  status: incomingStatus,
  unitId: id.nullable(),
  /** The entry into our system, which gives the document effect. */
  effectiveAt: instant,
  number: z.string().nullable(),
});
export const incomingListAnswer = z.strictObject({ items: z.array(incomingItem), next: z.string().optional() });

export const incomingAnswer = incomingItem.extend({
  sequence: z.int(),
  dispatchId: id,
  sentAt: instant,
  /** By when the sender had to reach us, what became of that day for them by outages of ours, and did they? */
  deadline: z.strictObject({ dueOn: civilDate, afterOutages: civilDate, kept: z.boolean() }).nullable(),
  folderId: id.nullable(),
  attachments: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), bytes: z.int() })),
  readers: z.array(z.strictObject({ personId: id, readAt: instant.nullable() })),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});

export const incomingDone = z.strictObject({
  documentId: id,
  status: incomingStatus,
  number: z.string().nullable(),
});

export const unitChoice = z.strictObject({ unitId: id });
/** With the day by which the sender had to reach us, where the law sets one. */
export const distributionOrder = unitChoice.extend({ dueOn: civilDate.exactOptional() });
export const redistribution = z.strictObject({ reason: line });
export const receipt = z.strictObject({ folderId: id });
export const circulation = z.strictObject({ readerIds: z.array(id).min(1).max(200) });
export const circulationDone = z.strictObject({ documentId: id, readerIds: z.array(id) });
export const formalReturn = z.strictObject({ ground: code });
