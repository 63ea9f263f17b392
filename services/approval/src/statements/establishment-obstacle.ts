import { type DirectoryState, dateAt, decidingPost, folderOf, sealInForce } from '@sillok/authority';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { checkText } from '@sillok/official-document';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';

/**
 * What would make numbering, filing or sealing fail afterwards, asked as of the approval and not of the submission: the
 * folder, the delegation table (ADM 67(2)), the seal, and every name that goes into a box.
 */
export async function establishmentObstacle(
  context: Pick<ApprovalContext, 'clock' | 'store' | 'catalogue'>,
  { opened }: CaseInHand,
  directory: DirectoryState,
): Promise<Refusal | undefined> {
  const on = dateAt(directory, context.clock.now());
  const { unitTaskId, folderId, matter } = opened.classification;
  const folder = await folderOf(context.store, context.catalogue, folderId);
  if (folder === undefined) return refuse('folder-unknown', 'folderId');
  if (!folder.open) return refuse('folder-closed', 'folderId');
  const deciding = decidingPost(directory, { unitId: opened.unitId, unitTaskId, matter }, on);
  if (isRefusal(deciding)) return deciding;
  if (deciding.post.appointmentId !== opened.line.at(-1)?.appointmentId) {
    return refuse('line-not-as-delegated', 'line', { level: deciding.level });
  }
  if (sealInForce(directory, 'institution', on) === undefined) return refuse('seal-not-valid-now', 'seal');
  return nameWithoutFont(opened.line, directory);
}

function nameWithoutFont(line: CaseInHand['opened']['line'], directory: DirectoryState): Refusal | undefined {
  for (const { personId, step } of line) {
    const name = directory.persons.get(personId)?.name;
    const refusal = name === undefined ? undefined : checkText(name, `line.${step - 1}`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
