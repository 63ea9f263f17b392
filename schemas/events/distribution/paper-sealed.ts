import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** The institution's seal over scan and digitisation statement (ASiC-E with CAdES B-T): the proof that nothing changed since. */
export const paperSealed = defineEvent(
  'distribution.PaperSealed.v1',
  z.strictObject({
    documentId: id,
    sealId: id,
    sealVersion: z.int().min(1),
    digitisationAddress: objectAddress,
    digitisationBytes: z.int().positive(),
  }),
  { digitisationDigest: sealedBy('content', sha256) },
);

export type PaperSealed = EventOf<typeof paperSealed>;
