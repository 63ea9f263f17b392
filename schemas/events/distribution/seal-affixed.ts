import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant } from '../../vocabulary/primitives.ts';

/** 관인 날인: the order to make the dispatch copy with the visible seal in this version. */
export const sealAffixed = defineEvent(
  'distribution.SealAffixed.v1',
  z.strictObject({
    dispatchId: id,
    documentId: id,
    personId: id,
    recipientId: code,
    sealId: id,
    sealVersion: z.int().min(1),
    at: instant,
  }),
);

export type SealAffixed = EventOf<typeof sealAffixed>;
