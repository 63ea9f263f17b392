import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant, objectAddress, sha256 } from '../../vocabulary/primitives.ts';
import { mostItems } from '../../vocabulary/transferred-items.ts';

/** A submission of a known institution entered the archives under its seal; it lies apart until it was inspected (격리). */
export const submissionArrived = defineEvent(
  'archive.SubmissionArrived.v1',
  z.strictObject({
    transferId: id,
    senderId: code,
    folderId: id,
    packageAddress: objectAddress,
    packageBytes: z.int().positive(),
    packageDigest: sha256,
    metsDigest: sha256,
    answers: sha256,
    items: z.array(id).min(1).max(mostItems),
    previousTransferId: id.nullable(),
    arrivedAt: instant,
  }),
);

export type SubmissionArrived = EventOf<typeof submissionArrived>;
