import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, instant } from '../../vocabulary/primitives.ts';

/**
 * Our receiving system was down, from one instant to another, so that what senders owed us could not come in. Recorded
 * once it is over: a deadline that fell into it is the day after it ended (row 22b).
 */
export const outageRecorded = defineEvent(
  'distribution.OutageRecorded.v1',
  z.strictObject({ outageId: id, from: instant, until: instant, personId: id }),
);

export type OutageRecorded = EventOf<typeof outageRecorded>;
