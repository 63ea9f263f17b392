import type { ArchiveContext } from '../context.ts';
import type { SubmittedItem } from '../intake/submitted-items.ts';
import { blockingFinding, type Checked } from './finding.ts';

/** Whether a record was taken over already, from another submission: it is preserved once. */
export function checkKnown(
  { submissions }: Pick<ArchiveContext, 'submissions'>,
  items: readonly SubmittedItem[],
  transferId: string,
): Checked {
  const known = submissions.db.prepare(
    `SELECT transfer_id FROM item JOIN submission USING (transfer_id)
     WHERE document_id = ? AND outcome = 'accepted' AND status IN ('accepted', 'preserved') AND transfer_id <> ?`,
  );
  const found = items.flatMap(({ documentId, folder }) => {
    const other = known.get(documentId, transferId)?.['transfer_id'];
    if (other === undefined) return [];
    return [blockingFinding('record-already-preserved', folder, `it was taken over with ${String(other)}`)];
  });
  return { check: 'known', done: items.length, found };
}
