import { type PackageSource, readErms } from '@sillok/archival-package';
import { readHistory } from '@sillok/evidence/history';
import { historyClosed } from '@sillok/schemas/events/records/history-closed';
import { id } from '@sillok/schemas/vocabulary/primitives';
import { mostItems } from '@sillok/schemas/vocabulary/transferred-items';
import { bytesAt } from './read-bytes.ts';

/** One record of a submission, and the folder of its representation: `representations/item-0001`. */
export interface SubmittedItem {
  readonly documentId: string;
  readonly folder: string;
}

/**
 * The records in the order of their folders: as the event that closed each history for this transfer names them, or,
 * where that cannot be read, as their metadata do. Undefined where one has no name at all, or two have the same.
 */
export async function submittedItems(
  source: PackageSource,
  transferId: string,
): Promise<readonly SubmittedItem[] | undefined> {
  const items: SubmittedItem[] = [];
  for (const folder of representationsIn(source)) {
    const documentId = (await closedIn(source, folder, transferId)) ?? (await describedIn(source, folder));
    if (documentId === undefined || items.some((one) => one.documentId === documentId)) return undefined;
    items.push({ documentId, folder });
  }
  return items.length > 0 && items.length <= mostItems ? items : undefined;
}

/** `representations/item-0001`, in the order of their names. */
export function representationsIn({ files }: PackageSource): readonly string[] {
  const folders = [...files.keys()].flatMap((path) => /^representations\/[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function closedIn(source: PackageSource, folder: string, transferId: string): Promise<string | undefined> {
  const bytes = await bytesAt(source, `${folder}/metadata/other/history.jsonl`);
  const lines = bytes === undefined ? [] : (readHistory(bytes) ?? []);
  for (const { envelope } of lines.toReversed()) {
    if (envelope?.type !== historyClosed.type) continue;
    const { data } = historyClosed.data.safeParse(envelope.data);
    if (data?.transferId === transferId) return data.documentId;
  }
  return undefined;
}

async function describedIn(source: PackageSource, folder: string): Promise<string | undefined> {
  const bytes = await bytesAt(source, `${folder}/data/erms.xml`);
  const records = bytes === undefined ? undefined : readErms(bytes)?.records;
  return id.safeParse(records?.[0]?.id).data;
}
