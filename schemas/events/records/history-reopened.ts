import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** The archives returned the record; its history goes on, and it may be offered again. */
export const historyReopened = defineEvent(
  'records.HistoryReopened.v1',
  z.strictObject({ documentId: id, transferId: id, codes: z.array(code).max(50) }),
);

export type HistoryReopened = EventOf<typeof historyReopened>;
