import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, sha256 } from '../../vocabulary/primitives.ts';

/** The message was refused, with a code of the closed list; nothing of it came into an inbox. */
export const arrivalRejected = defineEvent(
  'distribution.ArrivalRejected.v1',
  z.strictObject({ senderId: code, dispatchId: id, code, containerDigest: sha256 }),
);

export type ArrivalRejected = EventOf<typeof arrivalRejected>;
