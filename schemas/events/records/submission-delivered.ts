import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** The archives have the package in their hands; what they make of it follows. */
export const submissionDelivered = defineEvent('records.SubmissionDelivered.v1', z.strictObject({ transferId: id }));

export type SubmissionDelivered = EventOf<typeof submissionDelivered>;
