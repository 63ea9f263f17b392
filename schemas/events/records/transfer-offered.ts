import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';

/** The unit offers a closed folder to the records centre (인계); nothing has passed yet. */
export const transferOffered = defineEvent(
  'records.TransferOffered.v1',
  z.strictObject({ folderId: id, unitId: id, offeredBy: id, on: civilDate }),
);

export type TransferOffered = EventOf<typeof transferOffered>;
