import { type ErmsModel, type PackageSource, readErms } from '@sillok/archival-package';
import { bytesAt } from '../intake/read-bytes.ts';
import type { SubmittedItem } from '../intake/submitted-items.ts';
import { blockingFinding, type Checked, type Found } from './finding.ts';
import { registrationInHistory } from './registration-in-history.ts';

export interface CheckedMetadata extends Checked {
  /** By document, where the metadata could be read. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Whether the description of each record (CITS ERMS 3.0) can be read and says what its own history says. */
export async function checkMetadata(
  source: PackageSource,
  items: readonly SubmittedItem[],
  folderId: string,
): Promise<CheckedMetadata> {
  const found: Found[] = [];
  const titles: Record<string, string> = {};
  for (const item of items) {
    const path = `${item.folder}/data/erms.xml`;
    const bytes = await bytesAt(source, path);
    const model = bytes === undefined ? undefined : readErms(bytes);
    const title = model?.records[0]?.title;
    if (title !== undefined) titles[item.documentId] = title;
    found.push(
      ...(model === undefined
        ? [blockingFinding('metadata-unreadable', path, 'there is no description that can be read')]
        : await deviations(source, model, { item, folderId, path })),
    );
  }
  return { check: 'metadata', done: items.length, found, titles };
}

interface About {
  readonly item: SubmittedItem;
  readonly folderId: string;
  readonly path: string;
}

async function deviations(source: PackageSource, model: ErmsModel, about: About): Promise<readonly Found[]> {
  const { item, folderId, path } = about;
  const history = await bytesAt(source, `${item.folder}/metadata/other/history.jsonl`);
  const opened = await bytesAt(source, `${item.folder}/metadata/other/opened.jsonl`);
  const told = history === undefined ? undefined : registrationInHistory(history, opened);
  const [record] = model.records;
  const compared: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['document', record?.id, item.documentId],
    ['folder', model.folder.id, folderId],
    ['number of records', String(model.records.length), '1'],
    ['registered document', told?.documentId, item.documentId],
    ['registered folder', told?.folderId, folderId],
    ['number', record?.display, told?.display],
    ['title', record?.title, told?.title ?? record?.title],
    // What is said here is what the public will see.
    ['disclosure', record?.disclosure?.class, told?.disclosure],
  ];
  return compared.flatMap(([what, said, wished]) =>
    said === wished ? [] : [blockingFinding('metadata-disagrees', path, `${what}: ${said}, not ${wished}`)],
  );
}
