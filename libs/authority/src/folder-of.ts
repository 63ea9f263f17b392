import type { EventStore } from '@sillok/event-store';
import type { Catalogue } from '@sillok/journal';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';

/** What the log says about a folder now; `records` owns the stream, everybody may read it. */
export async function folderOf(
  store: EventStore,
  catalogue: Catalogue,
  folderId: string | undefined,
): Promise<{ unitTaskId: string; open: boolean } | undefined> {
  let folder: { unitTaskId: string; open: boolean } | undefined;
  if (folderId === undefined) return undefined;
  for await (const stored of store.readStream(`folder-${folderId}`)) {
    const event = catalogue.decode(stored);
    if (event.type === 'records.FolderClosed.v1') folder = folder && { ...folder, open: false };
    else if (event.type === 'records.FolderOpened.v1')
      folder = { unitTaskId: folderOpened.data.parse(event.data).unitTaskId, open: true };
  }
  return folder;
}
