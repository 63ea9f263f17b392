import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/**
 * 발송: the dispatch copy is sealed and time-stamped, the exchange message signed and stored; also the intent to deliver it.
 * `messageDigest` is what acknowledgements answer: it covers a signature, so nobody can guess content from it.
 */
export const documentDispatched = defineEvent(
  'distribution.DocumentDispatched.v1',
  z.strictObject({
    dispatchId: id,
    documentId: id,
    recipientId: code,
    sequence: z.int().min(1),
    at: instant,
    copyAddress: objectAddress,
    copyBytes: z.int().positive(),
    messageAddress: objectAddress,
    messageBytes: z.int().positive(),
    messageDigest: sha256,
  }),
);

export type DocumentDispatched = EventOf<typeof documentDispatched>;
