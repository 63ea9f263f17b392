import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** 검토. */
export const documentReviewed = defineEvent('approval.DocumentReviewed.v1', stepAct, stepActSealed);

export type DocumentReviewed = EventOf<typeof documentReviewed>;
