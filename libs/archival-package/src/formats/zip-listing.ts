import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** The first kibibytes of the content, unpacked; empty where they cannot be had. */
  readonly head: () => string;
}

const maxEntries = 4096;
const headBytes = 8 * 1024;

/** What the directory of a zip names (APPNOTE 4.3), as far as it can be read; undefined where there is none. */
export function zipListing(content: Buffer): readonly ZipEntry[] | undefined {
  if (content.readUInt32LE(0) !== 0x04034b50 && content.readUInt32LE(0) !== 0x06054b50) return undefined;
  const end = content.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + 22 > content.length) return undefined;
  const entries: ZipEntry[] = [];
  let place = content.readUInt32LE(end + 16);
  while (entries.length < maxEntries && place + 46 <= content.length && content.readUInt32LE(place) === 0x02014b50) {
    const nameLength = content.readUInt16LE(place + 28);
    entries.push(entryAt(content, place, nameLength));
    place += 46 + nameLength + content.readUInt16LE(place + 30) + content.readUInt16LE(place + 32);
  }
  return entries;
}

function entryAt(content: Buffer, place: number, nameLength: number): ZipEntry {
  const method = content.readUInt16LE(place + 10);
  const packed = content.readUInt32LE(place + 20);
  const local = content.readUInt32LE(place + 42);
  return {
    name: content.toString('utf8', place + 46, place + 46 + nameLength),
    isEncrypted: (content.readUInt16LE(place + 8) & 0x2041) !== 0,
    head: () => headAt(content, local, method, packed),
  };
}

function headAt(content: Buffer, local: number, method: number, packed: number): string {
  if (local + 30 > content.length) return '';
  const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
  const bytes = content.subarray(start, start + Math.min(packed, headBytes));
  return method === 0 ? bytes.toString('utf8') : inflated(bytes);
}

// A cut stream is taken as far as it goes; one that grows like a bomb is not taken at all.
function inflated(bytes: Buffer): string {
  try {
    return inflateRawSync(bytes, { finishFlush: 2, maxOutputLength: 1024 * 1024 }).toString('utf8');
  } catch {
    return '';
  }
}
