import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';

/**
 * The records centre has taken over (인수): from here it alone decides about the folder and every record in it, and the
 * unit reads. One event for all of them, so that there is no moment of half a transfer; no content moves (DEC 32-2).
 */
export const custodyTransferred = defineEvent(
  'records.CustodyTransferred.v1',
  z.strictObject({
    folderId: id,
    from: z.literal('unit'),
    to: z.literal('records-centre'),
    offeredBy: id,
    acceptedBy: id,
    on: civilDate,
    /** The last day that the rules of that day gave. */
    dueBy: civilDate,
  }),
);

export type CustodyTransferred = EventOf<typeof custodyTransferred>;
