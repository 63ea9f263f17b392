import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** The drafter signs what was submitted (기안). */
export const submissionSigned = defineEvent('approval.SubmissionSigned.v1', stepAct, stepActSealed);

export type SubmissionSigned = EventOf<typeof submissionSigned>;
