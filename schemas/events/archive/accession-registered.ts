import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** The accession has its number: one more than the revision of this event in the register of the year. */
export const accessionRegistered = defineEvent(
  'archive.AccessionRegistered.v1',
  z.strictObject({
    transferId: id,
    senderId: code,
    year: z.int(),
    number: z.int().min(1),
    accession: z.string().max(100),
  }),
);

export type AccessionRegistered = EventOf<typeof accessionRegistered>;
