import { identifyFormat, type PackageSource } from '@sillok/archival-package';
import { bytesAt } from '../intake/read-bytes.ts';
import { blockingFinding, type Checked, type Found } from './finding.ts';

/** Opens every file of every record: is it what its name says, and can it be read without a password? */
export async function checkFormats(source: PackageSource): Promise<Checked> {
  const paths = [...source.files.keys()].filter((path) => /^representations\/[^/]+\/data\//.test(path)).sort();
  const found: Found[] = [];
  for (const path of paths) found.push(...(await formatFindings(source, path)));
  return { check: 'formats', done: paths.length, found };
}

async function formatFindings(source: PackageSource, path: string): Promise<readonly Found[]> {
  const bytes = await bytesAt(source, path);
  if (bytes === undefined) return [blockingFinding('file-unreadable', path, 'the file cannot be unpacked')];
  const { format, isEmpty, isEncrypted, ending } = identifyFormat(path, bytes);
  // The profile's check speaks of files without bytes already.
  if (isEmpty) return [];
  if (isEncrypted) return [blockingFinding('file-encrypted', path, 'the file cannot be read without a password')];
  if (ending === 'other')
    return [blockingFinding('format-unlike-its-name', path, `by its bytes it is ${format?.name ?? 'of no format'}`)];
  if (format !== undefined) return [];
  return [{ code: 'format-unknown', path, message: 'no format is known by these bytes', blocking: false }];
}
