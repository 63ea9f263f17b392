import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, objectAddress } from '../../vocabulary/primitives.ts';

/** The sender's own inspection found what must not leave the house; nothing was brought. */
export const selfInspectionFailed = defineEvent(
  'records.SelfInspectionFailed.v1',
  z.strictObject({ transferId: id, reportAddress: objectAddress, codes: z.array(z.string().max(64)).min(1).max(200) }),
);

export type SelfInspectionFailed = EventOf<typeof selfInspectionFailed>;
