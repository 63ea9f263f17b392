import { type Refusal, refuse } from '@sillok/kernel';
import type { FolderClosed } from '@sillok/schemas/events/records/folder-closed';
import { type ClosingLaw, retentionAtClosing } from '../closing.ts';
import type { FolderState, RegisterPlace } from '../state.ts';

export interface CloseFolder {
  readonly type: 'CloseFolder';
  readonly folderId: string;
  readonly law: ClosingLaw;
  /** The last number that lies in it, for each register. */
  readonly place: readonly RegisterPlace[];
}

export function closeFolder(command: CloseFolder, state: FolderState): readonly FolderClosed[] | Refusal {
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.custody !== 'unit') return refuse('custody-elsewhere', 'folderId');
  if (state.status === 'closed') return refuse('folder-closed', 'folderId');
  const { folderId, law, place } = command;
  return [
    {
      type: 'records.FolderClosed.v1',
      data: {
        folderId,
        on: law.on,
        ...retentionAtClosing(law, state.folder.retention, state.keptLonger),
        place: [...place],
        packDigest: law.packDigest,
      },
    },
  ];
}
