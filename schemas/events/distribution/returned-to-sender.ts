import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** 반송: for a formal defect of the list that the law has. */
export const returnedToSender = defineEvent(
  'distribution.ReturnedToSender.v1',
  z.strictObject({ documentId: id, senderId: code, dispatchId: id, personId: id, ground: code }),
);

export type ReturnedToSender = EventOf<typeof returnedToSender>;
