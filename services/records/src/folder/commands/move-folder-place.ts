import { type Refusal, refuse } from '@sillok/kernel';
import type { FolderPlaceMoved } from '@sillok/schemas/events/records/folder-place-moved';
import { type FolderState, isSameRegister } from '../state.ts';

export interface MoveFolderPlace {
  readonly type: 'MoveFolderPlace';
  readonly moved: FolderPlaceMoved['data'];
}

/** Only for what lies beyond the stated place; an open folder has none yet, and whoever took it over has it whole. */
export function moveFolderPlace({ moved }: MoveFolderPlace, state: FolderState): readonly FolderPlaceMoved[] | Refusal {
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.closed === undefined) return [];
  const stated = state.closed.place.find((place) => isSameRegister(place, moved.place));
  if (stated !== undefined && moved.place.number <= stated.number) return [];
  return [{ type: 'records.FolderPlaceMoved.v1', data: moved }];
}
