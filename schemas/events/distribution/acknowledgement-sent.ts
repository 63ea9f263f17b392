import { z } from 'zod';
import { acknowledgementKind } from '../../statements/acknowledgement.ts';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id } from '../../vocabulary/primitives.ts';

/** The sender has it. */
export const acknowledgementSent = defineEvent(
  'distribution.AcknowledgementSent.v1',
  z.strictObject({ documentId: id, senderId: code, dispatchId: id, kind: acknowledgementKind }),
);

export type AcknowledgementSent = EventOf<typeof acknowledgementSent>;
