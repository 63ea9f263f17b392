import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** 협조(의견 있음): recorded, never blocking. */
export const concurrenceGivenWithDissent = defineEvent(
  'approval.ConcurrenceGivenWithDissent.v1',
  stepAct,
  stepActSealed,
);

export type ConcurrenceGivenWithDissent = EventOf<typeof concurrenceGivenWithDissent>;
