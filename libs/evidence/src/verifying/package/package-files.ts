import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { PackageInput, PackageSource } from '@sillok/archival-package';
import type { ReceivedItem } from '@sillok/schemas/statements/transfer-receipt';
import { sha256Hex } from '../../digest.ts';

/** What lies in one folder of a package, its paths relative to it. */
export interface FilesIn {
  readonly paths: readonly string[];
  /** `undefined` where there is no such file, or one that is too large to be anything of ours. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export function filesIn({ files }: PackageSource, folder: string): FilesIn {
  const paths = [...files.keys()].filter((path) => path.startsWith(folder)).sort();
  return {
    paths: paths.map((path) => path.slice(folder.length)),
    async read(path) {
      const file = files.get(`${folder}${path}`);
      return file === undefined || file.size > mostBytes ? undefined : bytesOf(await file.open());
    },
  };
}

const mostBytes = 512 * 1024 ** 2;

/** A damaged container may hold other than it says; what can be read counts, and its digest tells. */
async function bytesOf(stream: Readable): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  } catch {
    return undefined;
  }
}

/** The digest of every file of a folder, as a receipt lists them. */
export async function digestsIn({ files }: PackageSource, folder: string): Promise<ReceivedItem['files']> {
  const digests: ReceivedItem['files'] = [];
  for (const [path, file] of files) {
    if (!path.startsWith(folder)) continue;
    const sha256 = await digestOf(await file.open());
    digests.push({ path: path.slice(folder.length), sha256 });
  }
  return digests;
}

/** The digest of a package that is one file. */
export async function digestOfInput(input: PackageInput): Promise<string | undefined> {
  if (typeof input !== 'string') return sha256Hex(input.bytes);
  return (await stat(input)).isFile() ? digestOf(createReadStream(input)) : undefined;
}

async function digestOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of stream) hash.update(chunk);
  } catch {
    return '';
  }
  return hash.digest('hex');
}

/** `representations/item-0001/`, of every folder that holds one. */
export function itemFolders({ files }: PackageSource): readonly string[] {
  const folders = [...files.keys()].flatMap((path) => /^representations\/[^/]+\//.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}
