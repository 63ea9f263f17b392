import { isEncrypted, nameOf } from '@sillok/zip';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { RawContainer, RawEntry } from './package-source.ts';

/** Lists a zip, by its path or its bytes, by its directory; a file is unpacked only while somebody reads it. */
export async function readZip(name: string, zipped: string | Uint8Array, maxEntries: number): Promise<RawContainer> {
  const damages: string[] = [];
  const entries: RawEntry[] = [];
  const zip = await opened(zipped, damages);
  try {
    if (zip !== undefined) {
      for await (const entry of zip.eachEntry()) {
        entries.push(rawEntry(zip, entry));
        if (entries.length > maxEntries) break;
      }
    }
  } catch (cause) {
    damages.push(`the directory of the zip is damaged after ${entries.length} entries: ${reasonOf(cause)}`);
  }
  return { name: name.replace(/\.zip$/i, ''), kind: 'zip', entries, damages, close: async () => zip?.close() };
}

async function opened(zipped: string | Uint8Array, damages: string[]): Promise<ZipFile | undefined> {
  const options = { decodeStrings: false, validateEntrySizes: true, autoClose: false };
  try {
    if (typeof zipped === 'string') return await openPromise(zipped, options);
    return await fromBufferPromise(Buffer.from(zipped.buffer, zipped.byteOffset, zipped.byteLength), options);
  } catch (cause) {
    damages.push(`this is no zip that can be read: ${reasonOf(cause)}`);
    return undefined;
  }
}

function rawEntry(zip: ZipFile, entry: Entry): RawEntry {
  const name = nameOf(entry);
  return {
    name,
    kind: kindOf(entry, name),
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    crc32: entry.crc32,
    isEncrypted: isEncrypted(entry),
    open: () => zip.openReadStreamPromise(entry),
  };
}

// Unix writers keep the file's mode in the upper half: 0xA000 is a symbolic link.
function kindOf(entry: Entry, name: string): RawEntry['kind'] {
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (type === 0xa000) return 'link';
  if (name.endsWith('/')) return 'folder';
  return 'file';
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
