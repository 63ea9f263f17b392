import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, id, instant } from '../../vocabulary/primitives.ts';

/** 관인 생략: the same without the visible seal; the institution still seals the file by the key of this version. */
export const sealOmitted = defineEvent(
  'distribution.SealOmitted.v1',
  z.strictObject({
    dispatchId: id,
    documentId: id,
    personId: id,
    recipientId: code,
    sealId: id,
    sealVersion: z.int().min(1),
    at: instant,
    ground: code,
  }),
);

export type SealOmitted = EventOf<typeof sealOmitted>;
