import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { attachmentReference } from '../../vocabulary/official-document.ts';
import { id, sha256 } from '../../vocabulary/primitives.ts';

export const attachmentAdded = defineEvent(
  'drafting.AttachmentAdded.v1',
  attachmentReference.extend({ documentId: id }),
  { name: sealedBy('entry', z.string().min(1).max(255)), sha256: sealedBy('content', sha256) },
);

export type AttachmentAdded = EventOf<typeof attachmentAdded>;
