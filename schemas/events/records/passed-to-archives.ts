import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, sha256 } from '../../vocabulary/primitives.ts';

/** The archives have taken over the record under an accession number and signed for it: they alone decide about it now. */
export const passedToArchives = defineEvent(
  'records.PassedToArchives.v1',
  z.strictObject({
    documentId: id,
    transferId: id,
    archivesId: code,
    accession: z.string().max(100),
    receiptDigest: sha256,
  }),
);

export type PassedToArchives = EventOf<typeof passedToArchives>;
