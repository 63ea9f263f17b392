import { folderOpened } from '@sillok/schemas/events/records/folder-opened';
import type { ServiceContext } from '@sillok/service-context';

/** What the log says about a folder now; `records` owns the stream, everybody may read it. */
export async function folderOf(
  { store, catalogue }: ServiceContext,
  folderId: string,
): Promise<{ unitId: string; open: boolean } | undefined> {
  let folder: { unitId: string; open: boolean } | undefined;
  for await (const stored of store.readStream(`folder-${folderId}`)) {
    const event = catalogue.decode(stored);
    if (event.type === 'records.FolderClosed.v1') folder = folder && { ...folder, open: false };
    else if (event.type === 'records.FolderOpened.v1')
      folder = { unitId: folderOpened.data.parse(event.data).unitId, open: true };
  }
  return folder;
}
