import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { classification } from '../../vocabulary/official-document.ts';
import { code, id, instant, line, objectAddress } from '../../vocabulary/primitives.ts';

/**
 * Number and folder in one act (채번·등록·편철). The number is the register's opening number + this event's revision
 * + 1, written here so that nobody has to count again. Also the intent to complete and seal the record copy.
 */
export const recordRegistered = defineEvent(
  'records.RecordRegistered.v1',
  z.strictObject({
    documentId: id,
    number: z.int().min(1),
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
    /** As people write it: `정보공개정책과-1`. */
    display: z.string(),
    folderId: id,
    unitId: id,
    establishmentEventId: z.string(),
    establishedAt: instant,
    classification,
    textAddress: objectAddress,
    paperAddress: objectAddress,
  }),
  { title: sealedBy('entry', line) },
);

export type RecordRegistered = EventOf<typeof recordRegistered>;
