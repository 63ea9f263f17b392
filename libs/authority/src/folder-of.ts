import type { EventStore } from '@sillok/event-store';
import type { Catalogue } from '@sillok/journal';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';

export interface FolderFacts {
  readonly unitId: string;
  readonly unitTaskId: string;
  readonly open: boolean;
}

/** What the log says about a folder now; `records` owns the stream, everybody may read it. */
export async function folderOf(
  store: EventStore,
  catalogue: Catalogue,
  folderId: string | undefined,
): Promise<FolderFacts | undefined> {
  let folder: FolderFacts | undefined;
  if (folderId === undefined) return undefined;
  for await (const stored of store.readStream(`folder-${folderId}`)) {
    const event = catalogue.decode(stored);
    if (event.type === 'records.FolderClosed.v1') folder = folder && { ...folder, open: false };
    else if (event.type === 'records.FolderOpened.v1') {
      const { unitId, unitTaskId } = folderOpened.data.parse(event.data);
      folder = { unitId, unitTaskId, open: true };
    }
  }
  return folder;
}
