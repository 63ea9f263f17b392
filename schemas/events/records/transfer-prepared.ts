import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** A records officer sends a closed folder, or what was returned of it, to the archives (이관). The intent to build and bring a submission. `agreement` names what was agreed where the time has not come. */
export const transferPrepared = defineEvent(
  'records.TransferPrepared.v1',
  z.strictObject({
    transferId: id,
    folderId: id,
    archivesId: code,
    unitId: id,
    items: z.array(id).min(1).max(mostItems),
    previousTransferId: id.nullable(),
    agreement: z.string().max(100).nullable(),
    preparedBy: id,
    on: civilDate,
  }),
);

export type TransferPrepared = EventOf<typeof transferPrepared>;
