import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, line } from '../../vocabulary/primitives.ts';

/** 재배부 요청: it is not the business of this unit. */
export const redistributionRequested = defineEvent(
  'distribution.RedistributionRequested.v1',
  z.strictObject({ documentId: id, senderId: code, dispatchId: id, unitId: id, personId: id }),
  { reason: sealedBy('entry', line) },
);

export type RedistributionRequested = EventOf<typeof redistributionRequested>;
