import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { acknowledged } from './acknowledged.ts';

/** 접수: registered there under this number. */
export const dispatchAccepted = defineEvent(
  'distribution.DispatchAccepted.v1',
  acknowledged.extend({ receiptNumber: z.string() }),
);

export type DispatchAccepted = EventOf<typeof dispatchAccepted>;
