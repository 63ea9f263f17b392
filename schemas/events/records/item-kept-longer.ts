import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, line } from '../../vocabulary/primitives.ts';

/** A document in the folder has to be kept longer than its unit task says; so then has the folder. */
export const itemKeptLonger = defineEvent(
  'records.ItemKeptLonger.v1',
  z.strictObject({ folderId: id, documentId: id, retention: code }),
  { reason: sealedBy('entry', line) },
);

export type ItemKeptLonger = EventOf<typeof itemKeptLonger>;
