import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { line } from '../../vocabulary/primitives.ts';
import { draftSubmitted } from '../drafting/draft-submitted.ts';

/** Also the intent to freeze version 1's paper; pending until `PaperFrozen`, `PaperRefused` or `SubmissionWithdrawn` answers it. */
export const caseOpened = defineEvent(
  'approval.CaseOpened.v1',
  draftSubmitted.data.extend({ submissionEventId: z.string() }),
  { title: sealedBy('entry', line) },
);

export type CaseOpened = EventOf<typeof caseOpened>;
