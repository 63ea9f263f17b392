import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examineScan } from './examine-scan.ts';
import { jpegOf, pdfOf, pngOf, tiffOf } from './scan-fixtures.ts';

describe('a scan', () => {
  it.each([
    ['a PNG', pngOf(), 'image/png', 1],
    ['a JPEG', jpegOf(), 'image/jpeg', 1],
    ['a JPEG with fill bytes', jpegOf({ fill: 3 }), 'image/jpeg', 1],
    ['a TIFF of one page', tiffOf(1), 'image/tiff', 1],
    ['a big-endian TIFF of three pages', tiffOf(3, 'MM'), 'image/tiff', 3],
    [
      'a PDF of two pages',
      pdfOf(['<</Type/Page>>', '<</Type /Page>>', '<</Type/Pages/Count 2>>']),
      'application/pdf',
      2,
    ],
  ])('is told by its bytes: %s', (_, bytes, mediaType, pages) => {
    expect(examineScan(bytes)).toEqual({ mediaType, pages });
  });

  it('of each letter that comes on paper in the small country is one page', () => {
    const letters = join(import.meta.dirname, '../../../../tests/vectors/letters');
    const scans = globSync('*/scan.*', { cwd: letters });
    expect(scans).not.toEqual([]);
    for (const scan of scans) expect(examineScan(readFileSync(join(letters, scan)))?.pages, scan).toBe(1);
  });

  it('may be a PDF whose objects lie in a compressed stream', () => {
    const inside = deflateSync(Buffer.from('1 0 2 20 <</Type/Page/Parent 2 0 R>><</Type/Pages/Count 1>>'));
    const stream = `<</Type/ObjStm/N 2/Length ${inside.length}>>\nstream\n${inside.toString('latin1')}\nendstream`;
    expect(examineScan(pdfOf([stream]))).toEqual({ mediaType: 'application/pdf', pages: 1 });
  });

  it('counts a page that a later save wrote again once', () => {
    const twice = Buffer.concat([pdfOf(['<</Type/Page>>']), pdfOf(['<</Type/Page/Rotate 90>>']).subarray(9)]);
    expect(examineScan(twice)?.pages).toBe(1);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text that calls itself a picture', Buffer.from('GIF89a, or so it says, and more of it')],
    ['a PNG that breaks off', pngOf().subarray(0, -6)],
    ['a PNG with a byte changed', changed(pngOf(), 30)],
    ['a PNG without a size', pngOf({ width: 0 })],
    ['a PNG without a picture', pngOf({ data: false })],
    ['a PNG with something behind its end', Buffer.concat([pngOf(), Buffer.from('more')])],
    ['a JPEG that breaks off', jpegOf().subarray(0, -2)],
    ['a JPEG without a size', jpegOf({ height: 0 })],
    ['a JPEG that has no frame', Buffer.concat([jpegOf().subarray(0, 4), Buffer.alloc(20), jpegOf().subarray(-2)])],
    ['a TIFF that points beyond its end', tiffOf(1).subarray(0, 20)],
    ['a TIFF whose pages go round', tiffOf(2, 'II', true)],
    ['a PDF without an end', pdfOf(['<</Type/Page>>']).subarray(0, -8)],
    ['a PDF without a page', pdfOf(['<</Type/Pages/Count 0>>'])],
    ['an encrypted PDF', pdfOf(['<</Type/Page>>'], '/Encrypt 9 0 R')],
  ])('is refused when it is %s', (_, bytes) => {
    expect(examineScan(bytes)).toBeUndefined();
  });
});

function changed(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes);
  other.writeUInt8(other.readUInt8(at) ^ 1, at);
  return other;
}
