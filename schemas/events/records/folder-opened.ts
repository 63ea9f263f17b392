import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { code, id, line } from '../../vocabulary/primitives.ts';

/** 기록물철: a bundle within one unit task, for one year; one of a task over several years waits for its people. */
export const folderOpened = defineEvent(
  'records.FolderOpened.v1',
  z.strictObject({
    folderId: id,
    unitId: id,
    unitTaskId: id,
    year: z.int(),
    retention: code,
    multiYear: z.boolean(),
  }),
  { title: sealedBy('folder', line) },
);

export type FolderOpened = EventOf<typeof folderOpened>;
