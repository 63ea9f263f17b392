import { type Refusal, refuse } from '@sillok/kernel';
import type { FolderOpened } from '@sillok/schemas/events/records/folder-opened';
import type { FolderState } from '../state.ts';

export interface OpenFolder {
  readonly type: 'OpenFolder';
  readonly folder: FolderOpened['data'];
  readonly title: string;
}

export function openFolder(command: OpenFolder, state: FolderState): readonly FolderOpened[] | Refusal {
  if (state.status !== 'none') return refuse('already-exists', 'folderId');
  return [{ type: 'records.FolderOpened.v1', data: command.folder, sealed: { title: command.title } }];
}
