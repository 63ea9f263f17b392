import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** The submission package (E-ARK SIP) is made, inspected by the sender and signed over its root METS. `answers` is the SHA-256 of that METS followed by its signature: receipts name it. */
export const submissionBuilt = defineEvent(
  'records.SubmissionBuilt.v1',
  z.strictObject({
    transferId: id,
    packageAddress: objectAddress,
    packageBytes: z.int().positive(),
    packageDigest: sha256,
    metsDigest: sha256,
    answers: sha256,
  }),
);

export type SubmissionBuilt = EventOf<typeof submissionBuilt>;
