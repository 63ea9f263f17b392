import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** 공람 확인: recorded by the system when the reader opened the content, once. */
export const circulationRead = defineEvent(
  'distribution.CirculationRead.v1',
  z.strictObject({ documentId: id, personId: id }),
);

export type CirculationRead = EventOf<typeof circulationRead>;
