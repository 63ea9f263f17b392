import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** 공람: these people are to read it. */
export const circulationStarted = defineEvent(
  'distribution.CirculationStarted.v1',
  z.strictObject({ documentId: id, personId: id, readerIds: z.array(id).min(1).max(200) }),
);

export type CirculationStarted = EventOf<typeof circulationStarted>;
