import { type Refusal, refuse } from '@sillok/kernel';
import type { CustodyTransferred } from '@sillok/schemas/events/records/custody-transferred';
import type { FolderState } from '../state.ts';

export interface AcceptTransfer {
  readonly type: 'AcceptTransfer';
  readonly folderId: string;
  readonly acceptedBy: string;
  readonly on: string;
  readonly dueBy: string;
}

/** Two people: nobody takes over what they offered themselves. */
export function acceptTransfer(command: AcceptTransfer, state: FolderState): readonly CustodyTransferred[] | Refusal {
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.custody !== 'unit') return refuse('custody-elsewhere', 'folderId');
  if (state.offer === undefined) return refuse('not-found', 'folderId');
  if (state.offer.offeredBy === command.acceptedBy) return refuse('not-permitted', 'person');
  const { folderId, acceptedBy, on, dueBy } = command;
  return [
    {
      type: 'records.CustodyTransferred.v1',
      data: { folderId, from: 'unit', to: 'records-centre', offeredBy: state.offer.offeredBy, acceptedBy, on, dueBy },
    },
  ];
}
