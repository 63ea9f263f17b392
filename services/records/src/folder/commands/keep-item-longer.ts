import { type Refusal, refuse } from '@sillok/kernel';
import type { ItemKeptLonger } from '@sillok/schemas/events/records/item-kept-longer';
import { isLonger, longestOf, type Periods } from '../retention.ts';
import type { FolderState } from '../state.ts';

export interface KeepItemLonger {
  readonly type: 'KeepItemLonger';
  readonly item: ItemKeptLonger['data'];
  readonly reason: string;
  readonly periods: Periods;
}

/** Only what the pack knows, only longer, and only until the folder's time is settled at its closing. */
export function keepItemLonger(command: KeepItemLonger, state: FolderState): readonly ItemKeptLonger[] | Refusal {
  const { item, periods, reason } = command;
  if (state.status === 'none') return refuse('folder-unknown', 'folderId');
  if (state.custody !== 'unit') return refuse('custody-elsewhere', 'folderId');
  if (state.status === 'closed') return refuse('folder-closed', 'folderId');
  if (!periods.some((period) => period.id === item.retention))
    return refuse('input-invalid', 'retention', { rule: `one of ${periods.map((period) => period.id).join(', ')}` });
  const now = longestOf(periods, [state.folder.retention, ...state.keptLonger])?.id ?? state.folder.retention;
  if (!isLonger(periods, item.retention, now)) return refuse('nothing-changed', 'retention');
  return [{ type: 'records.ItemKeptLonger.v1', data: item, sealed: { reason } }];
}
