import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, instant, line } from '../../vocabulary/primitives.ts';

/** 접수: the receipt is the act. All that its number needs is pinned here, so that numbering cannot be refused. */
export const documentReceived = defineEvent(
  'distribution.DocumentReceived.v1',
  z.strictObject({
    documentId: id,
    senderId: code,
    dispatchId: id,
    senderNumber: z.string(),
    arrivedAt: instant,
    unitId: id,
    folderId: id,
    personId: id,
    at: instant,
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
  }),
  { title: sealedBy('entry', line) },
);

export type DocumentReceived = EventOf<typeof documentReceived>;
