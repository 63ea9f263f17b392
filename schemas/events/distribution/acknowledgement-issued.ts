import { z } from 'zod';
import { acknowledgementKind } from '../../statements/acknowledgement.ts';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, objectAddress, sha256 } from '../../vocabulary/primitives.ts';

/** Signed and stored; also the intent to bring it to the sender. */
export const acknowledgementIssued = defineEvent(
  'distribution.AcknowledgementIssued.v1',
  z.strictObject({
    documentId: id,
    senderId: code,
    dispatchId: id,
    kind: acknowledgementKind,
    acknowledgementAddress: objectAddress,
    acknowledgementDigest: sha256,
    previous: sha256.nullable(),
  }),
);

export type AcknowledgementIssued = EventOf<typeof acknowledgementIssued>;
