import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type AcceptTransfer, acceptTransfer } from './commands/accept-transfer.ts';
import { type CloseFolder, closeFolder } from './commands/close-folder.ts';
import { type KeepItemLonger, keepItemLonger } from './commands/keep-item-longer.ts';
import { type MoveFolderPlace, moveFolderPlace } from './commands/move-folder-place.ts';
import { type OfferTransfer, offerTransfer } from './commands/offer-transfer.ts';
import { type OpenFolder, openFolder } from './commands/open-folder.ts';
import { type PassFolder, passFolder } from './commands/pass-folder.ts';
import { evolve, type FolderEvent, type FolderState, initialState } from './state.ts';

export type FolderCommand =
  | OpenFolder
  | KeepItemLonger
  | CloseFolder
  | MoveFolderPlace
  | OfferTransfer
  | AcceptTransfer
  | PassFolder;

export function decide(command: FolderCommand, state: FolderState): readonly FolderEvent[] | Refusal {
  switch (command.type) {
    case 'OpenFolder':
      return openFolder(command, state);
    case 'KeepItemLonger':
      return keepItemLonger(command, state);
    case 'CloseFolder':
      return closeFolder(command, state);
    case 'MoveFolderPlace':
      return moveFolderPlace(command, state);
    case 'OfferTransfer':
      return offerTransfer(command, state);
    case 'AcceptTransfer':
      return acceptTransfer(command, state);
    case 'PassFolder':
      return passFolder(command, state);
  }
}

export const folderDecider = { initialState, decide, evolve } satisfies Decider<
  FolderCommand,
  FolderEvent,
  FolderState
>;

export function folderStream(folderId: string): string {
  return `folder-${folderId}`;
}
