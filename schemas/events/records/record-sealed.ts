import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** The record copy: the paper completed and sealed by the institution (PAdES B-T), with its evidence container. */
export const recordSealed = defineEvent(
  'records.RecordSealed.v1',
  z.strictObject({
    documentId: id,
    sealId: id,
    sealVersion: z.int().min(1),
    recordCopyAddress: objectAddress,
    recordCopyBytes: z.int().positive(),
    evidenceAddress: objectAddress,
  }),
  { recordCopyDigest: sealedBy('content', sha256) },
);

export type RecordSealed = EventOf<typeof recordSealed>;
