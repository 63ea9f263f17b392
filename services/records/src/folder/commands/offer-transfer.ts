import { type Refusal, refuse } from '@sillok/kernel';
import type { TransferOffered } from '@sillok/schemas/events/records/transfer-offered';
import type { FolderState } from '../state.ts';

export interface OfferTransfer {
  readonly type: 'OfferTransfer';
  readonly folderId: string;
  readonly offeredBy: string;
  readonly on: string;
}

export function offerTransfer(command: OfferTransfer, state: FolderState): readonly TransferOffered[] | Refusal {
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.custody !== 'unit') return refuse('custody-elsewhere', 'folderId');
  if (state.status === 'open') return refuse('folder-not-closed', 'folderId');
  if (state.offer !== undefined) return refuse('already-exists', 'folderId');
  const { folderId, offeredBy, on } = command;
  return [{ type: 'records.TransferOffered.v1', data: { folderId, unitId: state.folder.unitId, offeredBy, on } }];
}
