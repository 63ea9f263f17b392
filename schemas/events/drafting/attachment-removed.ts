import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

export const attachmentRemoved = defineEvent(
  'drafting.AttachmentRemoved.v1',
  z.strictObject({ documentId: id, attachmentId: id }),
);

export type AttachmentRemoved = EventOf<typeof attachmentRemoved>;
