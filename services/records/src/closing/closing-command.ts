import { type DirectoryState, packInForce } from '@sillok/authority';
import { type CivilDate, type Refusal, refuse } from '@sillok/kernel';
import type { RecordsContext } from '../context.ts';
import { closingLaw } from '../folder/closing.ts';
import type { CloseFolder } from '../folder/commands/close-folder.ts';
import { placeOf } from '../reading/reading-folder.ts';

/** Closes a folder as of a day, by the pack of that day, at the place that its registers have reached. */
export function closingCommand(
  context: RecordsContext,
  directory: DirectoryState,
  folderId: string,
  on: CivilDate,
): CloseFolder | Refusal {
  const active = packInForce(directory, on);
  const law = active === undefined ? undefined : closingLaw(active, on);
  if (law === undefined) return refuse('policy-not-in-force', 'folderId');
  return { type: 'CloseFolder', folderId, law, place: placeOf(context, folderId).place };
}
