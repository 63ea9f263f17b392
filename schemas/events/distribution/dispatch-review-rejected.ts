import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, line } from '../../vocabulary/primitives.ts';

/** 심사 반려. */
export const dispatchReviewRejected = defineEvent(
  'distribution.DispatchReviewRejected.v1',
  z.strictObject({ dispatchId: id, documentId: id, personId: id }),
  { reason: sealedBy('entry', line) },
);

export type DispatchReviewRejected = EventOf<typeof dispatchReviewRejected>;
