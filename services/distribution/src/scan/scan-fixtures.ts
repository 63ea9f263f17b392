import { crc32, deflateSync } from 'node:zlib';

/** A grey dot as PNG. */
export function pngOf({ width = 1, data = true } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(1, 4);
  header.writeUInt8(8, 8);
  const picture = data ? [chunk('IDAT', deflateSync(Buffer.from([0, 128])))] : [];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...picture, chunk('IEND')]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const edges = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  edges[0].writeUInt32BE(data.length);
  edges[1].writeUInt32BE(crc32(body));
  return Buffer.concat([edges[0], body, edges[1]]);
}

/** The frame of a JPEG, without a picture worth looking at. */
export function jpegOf({ height = 1, fill = 0 } = {}): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, height, 0, 1, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34];
  return Buffer.from([0xff, 0xd8, ...Array<number>(fill).fill(0xff), ...frame, ...scan, 0xff, 0xd9]);
}

/** Pages of one strip each, chained; going `round` the last points to the first. */
export function tiffOf(pages: number, order: 'II' | 'MM' = 'II', round = false): Buffer {
  const size = 2 + 3 * 12 + 4;
  const bytes = Buffer.alloc(8 + pages * size);
  const short = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(order, 'latin1');
  short(42, 2);
  long(8, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 8 + page * size;
    short(3, at);
    for (const [index, tag] of [256, 257, 273].entries()) short(tag, at + 2 + 12 * index);
    const isLast = page === pages - 1;
    long(isLast ? (round ? 8 : 0) : at + size, at + size - 4);
  }
  return bytes;
}

/** Objects numbered from 1, and a tail as a scanner writes it. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const body = objects.map((value, index) => `${index + 1} 0 obj\n${value}\nendobj\n`).join('');
  return Buffer.from(
    `%PDF-1.5\n${body}xref\n0 1\ntrailer\n<</Root 1 0 R ${trailer}>>\nstartxref\n${9 + body.length}\n%%EOF\n`,
    'latin1',
  );
}
