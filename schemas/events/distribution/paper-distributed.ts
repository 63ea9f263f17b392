import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** 배부 of a scanned letter; until it is received the registry may give it to another unit (재배부). */
export const paperDistributed = defineEvent(
  'distribution.PaperDistributed.v1',
  z.strictObject({ documentId: id, unitId: id, personId: id }),
);

export type PaperDistributed = EventOf<typeof paperDistributed>;
