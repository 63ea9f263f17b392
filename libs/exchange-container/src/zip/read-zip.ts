import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { assertInside, isEncrypted, malformed, nameOf } from '@sillok/zip';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ContainerEntry } from '../container-file.ts';
import type { ZipLimits } from './zip-limits.ts';

export interface ZipEntry extends ContainerEntry {
  readonly isStored: boolean;
  readonly hasExtraField: boolean;
}

const small = 64 * 1024;

/**
 * Every file of a zip in the order of its directory; entries that only name a folder are left out. Throws
 * CONTAINER_MALFORMED, naming the entry, for what is damaged, hostile or beyond the limits.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.entries) throw malformed(`a container of ${zip.entryCount} entries is too much`);
  const headers = await directoryOf(zip);
  assertWithinLimits(headers, limits);
  const entries: ZipEntry[] = [];
  for (const { name, entry } of headers) {
    if (!name.endsWith('/')) entries.push(await readEntry(zip, entry, name));
  }
  return entries;
}

interface Header {
  readonly name: string;
  readonly entry: Entry;
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(content, { decodeStrings: false, validateEntrySizes: true });
  } catch (cause) {
    throw malformed(`this is not a zip file (${reasonOf(cause)})`, undefined, cause);
  }
}

async function directoryOf(zip: ZipFile): Promise<readonly Header[]> {
  const headers: Header[] = [];
  try {
    for await (const entry of zip.eachEntry()) headers.push({ name: nameOf(entry), entry });
  } catch (cause) {
    throw malformed(
      `the directory of the zip is damaged after ${headers.length} entries (${reasonOf(cause)})`,
      headers.at(-1)?.name,
      cause,
    );
  }
  return headers;
}

function assertWithinLimits(headers: readonly Header[], limits: ZipLimits): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, entry } of headers) {
    assertInside(name);
    const normal = name.normalize('NFC');
    if (seen.has(normal)) throw malformed('two entries have one name', name);
    seen.add(normal);
    if (isEncrypted(entry)) throw malformed('an entry is encrypted', name);
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.entryBytes) throw malformed('an entry is too large', name);
    if (total > limits.totalBytes) throw malformed('the container is too large from here on', name);
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > small && ratio > limits.ratio) throw malformed('an entry is packed like a bomb', name);
  }
}

async function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<ZipEntry> {
  try {
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw)) throw new Error('it has another name before its data');
    const bytes = new Uint8Array(await buffer(await zip.openReadStreamPromise(entry)));
    if (crc32(bytes) !== entry.crc32) throw new Error('its checksum does not fit');
    const hasExtraField = local.extraFieldLength > 0 || entry.extraFieldLength > 0;
    return { name, bytes, isStored: entry.compressionMethod === 0, hasExtraField };
  } catch (cause) {
    throw malformed(`an entry cannot be read (${reasonOf(cause)})`, name, cause);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
