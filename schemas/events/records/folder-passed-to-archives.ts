import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id } from '../../vocabulary/primitives.ts';

/** Every record of the folder is at the archives; custody of the folder is theirs. */
export const folderPassedToArchives = defineEvent(
  'records.FolderPassedToArchives.v1',
  z.strictObject({ folderId: id, transferId: id, archivesId: code, on: civilDate }),
);

export type FolderPassedToArchives = EventOf<typeof folderPassedToArchives>;
