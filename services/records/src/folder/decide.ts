import type { Decider, Folded } from '@sillok/decider';
import { type Refusal, refuse } from '@sillok/kernel';
import type { FolderClosed } from '@sillok/schemas/events/records/folder-closed';
import type { FolderOpened } from '@sillok/schemas/events/records/folder-opened';

export type FolderEvent = FolderOpened | FolderClosed;
export type FolderState =
  | { readonly status: 'none' }
  | { readonly status: 'open' | 'closed'; readonly folder: FolderOpened['data'] };

export interface OpenFolder {
  readonly type: 'OpenFolder';
  readonly folder: FolderOpened['data'];
  readonly title: string;
}

export interface CloseFolder {
  readonly type: 'CloseFolder';
  readonly folderId: string;
  readonly on: string;
}

export function decide(command: OpenFolder | CloseFolder, state: FolderState): readonly FolderEvent[] | Refusal {
  if (command.type === 'OpenFolder') {
    if (state.status !== 'none') return refuse('already-exists', 'folderId');
    return [{ type: 'records.FolderOpened.v1', data: command.folder, sealed: { title: command.title } }];
  }
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.status === 'closed') return refuse('folder-closed', 'folderId');
  return [{ type: 'records.FolderClosed.v1', data: { folderId: command.folderId, on: command.on } }];
}

export function evolve(state: FolderState, event: Folded<FolderEvent>): FolderState {
  if (event.type === 'records.FolderOpened.v1') return { status: 'open', folder: event.data };
  return state.status === 'none' ? state : { ...state, status: 'closed' };
}

export const folderDecider = { initialState: { status: 'none' }, decide, evolve } satisfies Decider<
  OpenFolder | CloseFolder,
  FolderEvent,
  FolderState
>;

export function folderStream(folderId: string): string {
  return `folder-${folderId}`;
}
