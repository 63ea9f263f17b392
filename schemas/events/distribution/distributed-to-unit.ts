import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id } from '../../vocabulary/primitives.ts';

/** 배부, and after a request 재배부. `dueOn` is the day by which the sender had to reach us, where the law sets one. */
export const distributedToUnit = defineEvent(
  'distribution.DistributedToUnit.v1',
  z.strictObject({
    documentId: id,
    senderId: code,
    dispatchId: id,
    unitId: id,
    personId: id,
    dueOn: civilDate.exactOptional(),
  }),
);

export type DistributedToUnit = EventOf<typeof distributedToUnit>;
