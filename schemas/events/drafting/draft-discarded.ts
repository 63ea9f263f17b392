import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

export const draftDiscarded = defineEvent('drafting.DraftDiscarded.v1', z.strictObject({ documentId: id }));

export type DraftDiscarded = EventOf<typeof draftDiscarded>;
