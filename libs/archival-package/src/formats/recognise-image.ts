import { type FileFormat, formatOf, type Recognised } from './file-format.ts';

/** PNG, JPEG, TIFF and GIF by their first bytes. */
export function recogniseImage(content: Buffer): Recognised | undefined {
  const start = content.subarray(0, 64).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { format: png(content), endings: ['png'] };
  if (start.startsWith('\xff\xd8\xff')) return { format: jpeg(content), endings: ['jpg', 'jpeg', 'jpe', 'jfif'] };
  if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) return { format: tiff, endings: ['tif', 'tiff'] };
  const gif = /^GIF8([79])a/.exec(start)?.[1];
  if (gif === undefined) return undefined;
  const key = gif === '7' ? 'fmt/3' : 'fmt/4';
  return { format: formatOf('Graphics Interchange Format', `8${gif}a`, key, 'image/gif'), endings: ['gif'] };
}

const tiff = formatOf('Tagged Image File Format', '', 'fmt/353', 'image/tiff');

/** The version is that of the newest chunk type used. */
function png(content: Buffer): FileFormat {
  const chunks = new Set(chunkTypes(content));
  const [version, key] = chunks.has('iTXt')
    ? ['1.2', 'fmt/13']
    : chunks.has('iCCP') || chunks.has('sPLT')
      ? ['1.1', 'fmt/12']
      : ['1.0', 'fmt/11'];
  return formatOf('Portable Network Graphics', version, key, 'image/png');
}

function* chunkTypes(content: Buffer): Generator<string> {
  for (let place = 8; place + 8 <= content.length; ) {
    yield content.toString('latin1', place + 4, place + 8);
    place += 12 + content.readUInt32BE(place);
  }
}

const exifKeys = new Map([
  ['0200', ['2.0', 'x-fmt/398']],
  ['0210', ['2.1', 'x-fmt/390']],
  ['0220', ['2.2', 'x-fmt/391']],
  ['0221', ['2.2.1', 'fmt/645']],
]);

const jfifKeys = new Map([
  ['1.00', 'fmt/42'],
  ['1.01', 'fmt/43'],
  ['1.02', 'fmt/44'],
]);

function jpeg(content: Buffer): FileFormat {
  const marker = content.toString('latin1', 6, 11);
  if (marker === 'JFIF\0') {
    const version = `${content[11]}.${String(content[12] ?? 0).padStart(2, '0')}`;
    return formatOf('JPEG File Interchange Format', version, jfifKeys.get(version) ?? 'fmt/44', 'image/jpeg');
  }
  const exif = marker.startsWith('Exif') ? exifOf(content) : undefined;
  return exif ?? formatOf('Raw JPEG Stream', '', 'fmt/41', 'image/jpeg');
}

// Tag 0x9000 (ExifVersion), type undefined, four bytes, in either byte order (Exif 2.3 §4.6.5).
const exifTags = [Buffer.from('9000000700000004', 'hex'), Buffer.from('0090070004000000', 'hex')];

function exifOf(content: Buffer): FileFormat | undefined {
  const head = content.subarray(0, 64 * 1024);
  const place = Math.max(...exifTags.map((tag) => head.indexOf(tag)));
  const version = place === -1 ? '' : head.toString('latin1', place + 8, place + 12);
  const [shown, key] = exifKeys.get(version) ?? (/^023/.test(version) ? ['2.3.x', 'fmt/1507'] : []);
  if (shown === undefined || key === undefined) return undefined;
  return formatOf('Exchangeable Image File Format (Compressed)', shown, key, 'image/jpeg');
}
