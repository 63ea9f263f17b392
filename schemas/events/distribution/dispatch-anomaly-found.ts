import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** The receiver said both that it accepted the document and that it failed. */
export const dispatchAnomalyFound = defineEvent(
  'distribution.DispatchAnomalyFound.v1',
  z.strictObject({ dispatchId: id, documentId: id }),
);

export type DispatchAnomalyFound = EventOf<typeof dispatchAnomalyFound>;
