import { type Refusal, refuse } from '@sillok/kernel';
import type { FolderPassedToArchives } from '@sillok/schemas/events/records/folder-passed-to-archives';
import type { FolderState } from '../state.ts';

export interface PassFolder {
  readonly type: 'PassFolder';
  readonly passed: FolderPassedToArchives['data'];
}

/** Only the records centre's goes on, and once: what was passed is nobody's here any more. */
export function passFolder({ passed }: PassFolder, state: FolderState): readonly FolderPassedToArchives[] | Refusal {
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.custody === 'archives') return [];
  if (state.custody !== 'records-centre') return refuse('custody-elsewhere', 'folderId');
  return [{ type: 'records.FolderPassedToArchives.v1', data: passed }];
}
