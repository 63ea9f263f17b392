import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { classification } from '../../vocabulary/official-document.ts';
import { code, id, instant, line, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/**
 * The document has come into being at the approver's signature (ADM 6①). Everything that numbering, filing and the
 * record copy need is pinned here, so that registration cannot be refused.
 */
export const documentEstablished = defineEvent(
  'approval.DocumentEstablished.v1',
  z.strictObject({
    documentId: id,
    at: instant,
    version: z.int().min(1),
    unitId: id,
    drafterId: id,
    approverId: id,
    outgoing: z.boolean(),
    classification,
    register: z.strictObject({ scope: code, year: z.int(), book: code }),
    textAddress: objectAddress,
    paperAddress: objectAddress,
    manifestAddress: objectAddress,
    packDigest: sha256,
  }),
  { title: sealedBy('entry', line), paperDigest: sealedBy('content', sha256) },
);

export type DocumentEstablished = EventOf<typeof documentEstablished>;
