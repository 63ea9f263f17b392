import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** 기안. `redraftOf` is the returned document that this one replaces; approval starts anew. */
export const draftCreated = defineEvent(
  'drafting.DraftCreated.v1',
  z.strictObject({ documentId: id, drafterId: id, unitId: id, redraftOf: id.optional() }),
);

export type DraftCreated = EventOf<typeof draftCreated>;
