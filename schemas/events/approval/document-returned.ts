import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** 반려: the reason is the opinion. All earlier signatures lose their effect. */
export const documentReturned = defineEvent('approval.DocumentReturned.v1', stepAct, stepActSealed);

export type DocumentReturned = EventOf<typeof documentReturned>;
