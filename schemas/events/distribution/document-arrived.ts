import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, instant, line, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/**
 * 도착: it is in our system, which gives it effect; `effectiveAt` never changes. `documentId` is ours. The digests cover
 * signatures, so nobody can guess content from them.
 */
export const documentArrived = defineEvent(
  'distribution.DocumentArrived.v1',
  z.strictObject({
    documentId: id,
    senderId: code,
    dispatchId: id,
    sequence: z.int().min(1),
    senderNumber: z.string(),
    sentAt: instant,
    effectiveAt: instant,
    messageAddress: objectAddress,
    containerDigest: sha256,
    messageDigest: sha256,
    copyAddress: objectAddress,
  }),
  { title: sealedBy('entry', line) },
);

export type DocumentArrived = EventOf<typeof documentArrived>;
