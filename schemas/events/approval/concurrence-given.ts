import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** 협조. */
export const concurrenceGiven = defineEvent('approval.ConcurrenceGiven.v1', stepAct, stepActSealed);

export type ConcurrenceGiven = EventOf<typeof concurrenceGiven>;
