import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';
import { registerPlace } from './folder-closed.ts';

/**
 * A document that came into being while its folder closed was numbered after it. Its number cannot be refused, and the
 * folder was settled by its approval: the stated place moves, for all to see.
 */
export const folderPlaceMoved = defineEvent(
  'records.FolderPlaceMoved.v1',
  z.strictObject({ folderId: id, documentId: id, place: registerPlace }),
);

export type FolderPlaceMoved = EventOf<typeof folderPlaceMoved>;
