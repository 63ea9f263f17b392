import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, line } from '../../vocabulary/primitives.ts';

/** 기록물철: a bundle within one unit task, for one year. */
export const folderOpened = defineEvent(
  'records.FolderOpened.v1',
  z.strictObject({ folderId: id, unitId: id, unitTaskId: id, year: z.int(), retention: code }),
  { title: sealedBy('folder', line) },
);

export type FolderOpened = EventOf<typeof folderOpened>;
