import type { PackageSource } from '@sillok/archival-package';
import { readHistory } from '@sillok/evidence/history';
import { id } from '@sillok/schemas/vocabulary/primitives';
import { bytesAt } from './read-bytes.ts';

/** The folder whose own history lies at the root of the package: `folder-<id>`. */
export async function submittedFolder(source: PackageSource): Promise<string | undefined> {
  const bytes = await bytesAt(source, 'metadata/other/history.jsonl');
  const lines = bytes === undefined ? [] : (readHistory(bytes) ?? []);
  const stream = lines.map(({ envelope }) => envelope?.stream ?? '').find((one) => one.startsWith(prefix));
  return id.safeParse(stream?.slice(prefix.length)).data;
}

const prefix = 'folder-';
