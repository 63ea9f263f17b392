import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** 회수: only while the next person has not acted. Nobody needs the paper of this version any more. */
export const submissionWithdrawn = defineEvent(
  'approval.SubmissionWithdrawn.v1',
  z.strictObject({ documentId: id, version: z.int().min(1), personId: id }),
);

export type SubmissionWithdrawn = EventOf<typeof submissionWithdrawn>;
