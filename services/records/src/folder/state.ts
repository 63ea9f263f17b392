import type { Folded } from '@sillok/decider';
import type { CustodyTransferred } from '@sillok/schemas/events/records/custody-transferred';
import type { FolderClosed } from '@sillok/schemas/events/records/folder-closed';
import type { FolderOpened } from '@sillok/schemas/events/records/folder-opened';
import type { FolderPassedToArchives } from '@sillok/schemas/events/records/folder-passed-to-archives';
import type { FolderPlaceMoved } from '@sillok/schemas/events/records/folder-place-moved';
import type { ItemKeptLonger } from '@sillok/schemas/events/records/item-kept-longer';
import type { TransferOffered } from '@sillok/schemas/events/records/transfer-offered';

export type FolderEvent =
  | FolderOpened
  | ItemKeptLonger
  | FolderClosed
  | FolderPlaceMoved
  | TransferOffered
  | CustodyTransferred
  | FolderPassedToArchives;

export type Custody = 'unit' | 'records-centre' | 'archives';
export type RegisterPlace = FolderClosed['data']['place'][number];

export interface Folder {
  readonly status: 'open' | 'closed';
  readonly folder: FolderOpened['data'];
  /** Periods that were asked for single documents in it. */
  readonly keptLonger: readonly string[];
  readonly closed: FolderClosed['data'] | undefined;
  readonly offer: TransferOffered['data'] | undefined;
  readonly custody: Custody;
}

export type FolderState = { readonly status: 'none' } | Folder;

export const initialState: FolderState = { status: 'none' };

export function evolve(state: FolderState, event: Folded<FolderEvent>): FolderState {
  if (event.type === 'records.FolderOpened.v1')
    return {
      status: 'open',
      folder: event.data,
      keptLonger: [],
      closed: undefined,
      offer: undefined,
      custody: 'unit',
    };
  return state.status === 'none' ? state : changed(state, event);
}

function changed(state: Folder, event: Exclude<Folded<FolderEvent>, Folded<FolderOpened>>): Folder {
  switch (event.type) {
    case 'records.ItemKeptLonger.v1':
      return { ...state, keptLonger: [...state.keptLonger, event.data.retention] };
    case 'records.FolderClosed.v1':
      return { ...state, status: 'closed', closed: event.data };
    case 'records.FolderPlaceMoved.v1':
      return {
        ...state,
        closed: state.closed && { ...state.closed, place: moved(state.closed.place, event.data.place) },
      };
    case 'records.TransferOffered.v1':
      return { ...state, offer: event.data };
    case 'records.CustodyTransferred.v1':
      return { ...state, custody: event.data.to };
    case 'records.FolderPassedToArchives.v1':
      return { ...state, custody: 'archives' };
  }
}

export function isSameRegister(left: Omit<RegisterPlace, 'number'>, right: Omit<RegisterPlace, 'number'>): boolean {
  return left.scope === right.scope && left.year === right.year && left.book === right.book;
}

function moved(places: readonly RegisterPlace[], to: RegisterPlace): RegisterPlace[] {
  return [...places.filter((place) => !isSameRegister(place, to)), to];
}
