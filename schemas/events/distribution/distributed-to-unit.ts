import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** 배부, and after a request 재배부. */
export const distributedToUnit = defineEvent(
  'distribution.DistributedToUnit.v1',
  z.strictObject({ documentId: id, senderId: code, dispatchId: id, unitId: id, personId: id }),
);

export type DistributedToUnit = EventOf<typeof distributedToUnit>;
