import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';

export const folderClosed = defineEvent('records.FolderClosed.v1', z.strictObject({ folderId: id, on: civilDate }));

export type FolderClosed = EventOf<typeof folderClosed>;
