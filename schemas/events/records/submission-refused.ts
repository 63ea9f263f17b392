import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** The archives do not take the package in at all, and say why: the same bytes would be refused again. Nothing has passed; what was in it may be sent anew. */
export const submissionRefused = defineEvent('records.SubmissionRefused.v1', z.strictObject({ transferId: id, code }));

export type SubmissionRefused = EventOf<typeof submissionRefused>;
