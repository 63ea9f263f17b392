import { z } from 'zod';
import { acknowledgementKind } from '../../statements/acknowledgement.ts';
import { code, id, instant, line } from '../../vocabulary/primitives.ts';

export const outgoingParams = z.strictObject({ documentId: id });
export const dispatchParams = z.strictObject({ dispatchId: id });
export const acknowledgementParams = z.strictObject({ dispatchId: id, kind: acknowledgementKind });

export const newDispatch = z.strictObject({ recipientId: code });

export const dispatchReview = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('passed'),
    seal: z.enum(['affixed', 'omitted']),
    ground: code.exactOptional(),
  }),
  z.strictObject({ decision: z.literal('rejected'), reason: line.exactOptional() }),
]);

/** How far a document has come on its way to one institution. */
export const dispatchStatus = z.enum([
  'prepared',
  'review-rejected',
  'reviewed',
  'sealing',
  'dispatched',
  'arrived',
  'received',
  'failed',
  'accepted',
  'returned',
]);
export type DispatchStatus = z.infer<typeof dispatchStatus>;

export const dispatchDone = z.strictObject({ dispatchId: id, status: dispatchStatus });

export const dispatchItem = z.strictObject({
  dispatchId: id,
  documentId: id,
  recipientId: code,
  recipientName: z.string().nullable(),
  status: dispatchStatus,
  sequence: z.int().nullable(),
  receiptNumber: z.string().nullable(),
  reason: z.string().nullable(),
});
export const dispatchListAnswer = z.strictObject({ items: z.array(dispatchItem) });

export const dispatchAnswer = dispatchItem.extend({
  acknowledgements: z.array(acknowledgementKind),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: instant })),
});
