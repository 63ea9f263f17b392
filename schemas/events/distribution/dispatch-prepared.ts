import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** 발송 대기: the document is to go to this institution; also after a review had sent it back. */
export const dispatchPrepared = defineEvent(
  'distribution.DispatchPrepared.v1',
  z.strictObject({ dispatchId: id, documentId: id, recipientId: code, unitId: id, personId: id }),
);

export type DispatchPrepared = EventOf<typeof dispatchPrepared>;
