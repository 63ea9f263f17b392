import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id, sha256 } from '../../vocabulary/primitives.ts';

/** The last number of a register that lies in the folder. */
export const registerPlace = z.strictObject({ scope: code, year: z.int(), book: code, number: z.int().min(1) });

/**
 * The folder takes nothing more, at a stated place in each register that it was filed from; from here its retention is
 * counted. `expiresOn` is the last day of keeping, null where none is counted (DEC 26①⑤).
 */
export const folderClosed = defineEvent(
  'records.FolderClosed.v1',
  z.strictObject({
    folderId: id,
    on: civilDate,
    retention: code,
    retentionStart: civilDate,
    expiresOn: civilDate.nullable(),
    place: z.array(registerPlace).max(100),
    packDigest: sha256,
  }),
);

export type FolderClosed = EventOf<typeof folderClosed>;
