import { crc32 } from 'node:zlib';

/** One entry of a zip, with freedom to lie. */
export interface RawZipEntry {
  readonly name: string | Uint8Array;
  readonly content: Uint8Array;
  readonly statedSize?: number;
  readonly statedCrc?: number;
  readonly flags?: number;
  /** Upper half of the external attributes: the mode of Unix. */
  readonly mode?: number;
  /** 0 stored, 8 deflated; the content is given as it is to be written. */
  readonly method?: number;
}

/** Writes exactly what it is told, however hostile (APPNOTE 4.3). */
export function rawZip(entries: readonly RawZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name);
    const common = commonFields(entry, name.length);
    const local = Buffer.concat([Buffer.from('504b03041400', 'hex'), common, name, entry.content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b010214031400', 'hex'), common, tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

function commonFields(entry: RawZipEntry, nameLength: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(entry.flags ?? 0x0800, 0);
  fields.writeUInt16LE(entry.method ?? 0, 2);
  fields.writeUInt32LE(0x5c210000, 4);
  fields.writeUInt32LE(entry.statedCrc ?? crc32(entry.content), 8);
  fields.writeUInt32LE(entry.content.length, 12);
  fields.writeUInt32LE(entry.statedSize ?? entry.content.length, 16);
  fields.writeUInt16LE(nameLength, 20);
  return fields;
}
