import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../testing/raw-zip.ts';
import { bytes } from '../testing/sample-package.ts';
import { identifyFormat } from './identify-format.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const pdf = (version: string, more = '') => latin1(`%PDF-${version}\n${more}\ntrailer <</Size 3>>\n%%EOF\n`);
const xmp = (part: string, conformance = '') =>
  `<rdf:Description><pdfaid:part>${part}</pdfaid:part>${conformance === '' ? '' : `<pdfaid:conformance>${conformance}</pdfaid:conformance>`}</rdf:Description>`;
const zipOf = (files: Readonly<Record<string, string>>, flags = 0x0800) =>
  rawZip(Object.entries(files).map(([name, content]) => ({ name, content: bytes(content), flags })));
const opened = (mimetype: string, version: string, manifest = '') =>
  zipOf({
    mimetype,
    'content.xml': `<office:document-content office:version="${version}">`,
    'META-INF/manifest.xml': `<manifest:manifest>${manifest}</manifest:manifest>`,
  });
const chunk = (type: string) => Buffer.concat([Buffer.from([0, 0, 0, 0]), latin1(type), Buffer.alloc(4)]);
const png = (...chunks: readonly string[]) => Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), ...chunks.map(chunk)]);
const jfif = (major: number, minor: number) =>
  Buffer.concat([Buffer.from('ffd8ffe00010', 'hex'), latin1('JFIF\0'), Buffer.from([major, minor, 0, 0, 0, 0])]);
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le')]);
const odt = 'application/vnd.oasis.opendocument.text';

describe('identifyFormat', () => {
  it.each([
    ['a.pdf', pdf('1.7'), 'fmt/276', '1.7'],
    ['a.pdf', pdf('2.0'), 'fmt/1129', '2.0'],
    ['a.pdf', pdf('1.7', xmp('2', 'A')), 'fmt/476', '2a'],
    ['a.pdf', pdf('1.4', xmp('1', 'B')), 'fmt/354', '1b'],
    ['a.pdf', pdf('1.7', '<rdf:Description pdfaid:part="3" pdfaid:conformance="U"/>'), 'fmt/481', '3u'],
    ['a.pdf', pdf('2.0', xmp('4')), 'fmt/1910', '4'],
    ['a.pdf', pdf('1.6', xmp('9', 'Z')), 'fmt/20', '1.6'],
    ['a.png', png('IHDR', 'IDAT'), 'fmt/11', '1.0'],
    ['a.png', png('IHDR', 'iCCP'), 'fmt/12', '1.1'],
    ['a.png', png('IHDR', 'iTXt'), 'fmt/13', '1.2'],
    ['a.jpg', jfif(1, 1), 'fmt/43', '1.01'],
    ['a.jpeg', jfif(1, 2), 'fmt/44', '1.02'],
    ['a.jpg', Buffer.from('ffd8ffdb0043', 'hex'), 'fmt/41', undefined],
    ['a.jpg', latin1('\xff\xd8\xff\xe1\0\0Exif\0\0\x90\0\0\x07\0\0\0\x040220'), 'x-fmt/391', '2.2'],
    ['a.jpg', latin1('\xff\xd8\xff\xe1\0\0Exif\0\0\0\x90\x07\0\x04\0\0\x000231'), 'fmt/1507', '2.3.x'],
    ['a.tif', latin1('II*\0\x08\0\0\0'), 'fmt/353', undefined],
    ['a.tiff', latin1('MM\0*\0\0\0\x08'), 'fmt/353', undefined],
    ['a.gif', latin1('GIF89a'), 'fmt/4', '89a'],
    ['a.zip', zipOf({ 'a.txt': 'x' }), 'x-fmt/263', undefined],
    ['a.docx', zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }), 'fmt/412', '2007 onwards'],
    ['a.xlsx', zipOf({ '[Content_Types].xml': 'x', 'xl/workbook.xml': 'x' }), 'fmt/214', '2007 onwards'],
    ['a.pptx', zipOf({ '[Content_Types].xml': 'x', 'ppt/presentation.xml': 'x' }), 'fmt/215', '2007 onwards'],
    ['a.odt', opened(odt, '1.2'), 'fmt/291', '1.2'],
    ['a.odt', opened(odt, '1.3'), 'fmt/1756', '1.3'],
    ['a.ods', opened('application/vnd.oasis.opendocument.spreadsheet', '1.3'), 'fmt/1755', '1.3'],
    ['a.odp', opened('application/vnd.oasis.opendocument.presentation', '1.1'), 'fmt/292', '1.1'],
    ['a.asice', zipOf({ mimetype: 'application/vnd.etsi.asic-e+zip' }), 'fmt/1564', undefined],
    ['a.asice', zipOf({ mimetype: 'application/vnd.etsi.asic-e+zip', 'a.pdf': '%PDF-1.7' }), 'fmt/1564', undefined],
    ['a.hwpx', zipOf({ mimetype: 'application/hwp+zip' }), 'x-fmt/263', undefined],
    ['a.hwp', compound('HwpSummaryInformation'), 'fmt/1084', '5'],
    ['a.hwp', latin1('HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05'), 'fmt/1083', '3'],
    ['a.doc', compound('WordDocument'), 'fmt/40', '97-2003'],
    ['a.xls', compound('Workbook'), 'fmt/61', '8'],
    ['a.p7s', Buffer.from('3080 06092a864886f70d010702 a080'.replaceAll(' ', ''), 'hex'), 'fmt/670', undefined],
    ['a.xml', bytes('<?xml version="1.0"?><a/>'), 'fmt/101', '1.0'],
    ['a.xml', bytes('\ufeff<?xml version="1.1" encoding="UTF-8"?><a/>'), 'fmt/475', '1.1'],
    ['a.xml', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le'), 'fmt/101', '1.0'],
    ['a.html', bytes('<!DOCTYPE html><html lang="ko"></html>'), 'fmt/471', '5'],
    ['a.svg', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'fmt/92', '1.1'],
    ['a.json', bytes('{"가": [1, 2]}'), 'fmt/817', undefined],
    ['a.csv', bytes('a,b\n1,2\n'), 'x-fmt/18', undefined],
    ['a.txt', bytes('보고서\r\n\t끝\f'), 'x-fmt/111', undefined],
    ['a.md', bytes('{ not json'), 'x-fmt/111', undefined],
  ])('knows %s by its bytes', (name, content, key, version) => {
    const { format, ending, isEmpty, isEncrypted } = identifyFormat(name, content);
    expect([format?.key, format?.version, ending, isEmpty, isEncrypted]).toEqual([key, version, 'fits', false, false]);
    expect(format?.mediaType).toMatch(/^[a-z]+\/[\w.+-]+$/);
  });

  it.each([
    ['a PDF', 'a.pdf', latin1('%PDF-1.6\ntrailer <</Encrypt 12 0 R /Size 3>>')],
    ['a zip', 'a.zip', zipOf({ 'a.txt': 'x' }, 0x0801)],
    ['OOXML', 'a.docx', compound('EncryptedPackage')],
    ['OpenDocument', 'a.odt', opened(odt, '1.2', '<manifest:encryption-data/>')],
    ['HWPX', 'a.hwpx', zipOf({ mimetype: 'application/hwp+zip', 'META-INF/manifest.xml': '<odf:encryption-data/>' })],
  ])('sees that %s is encrypted', (_name, name, content) => {
    expect(identifyFormat(name, content)).toMatchObject({ isEncrypted: true, ending: 'fits' });
  });

  it('takes words about encryption for no encryption', () => {
    const content = latin1('%PDF-1.6\n(see /Encrypt in the standard) /EncryptMetadata false');
    expect(identifyFormat('a.pdf', content).isEncrypted).toBe(false);
  });

  it.each([
    ['report.pdf', png('IHDR'), 'other'],
    ['report.pdf', bytes('just text'), 'other'],
    ['report.docx', zipOf({ 'a.txt': 'x' }), 'other'],
    ['report.odt', zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }), 'other'],
    ['report.pdf', Buffer.from([0, 1, 2, 3]), 'other'],
    ['report', pdf('1.7'), 'missing'],
    ['2026. 3. 2.', pdf('1.7'), 'missing'],
    ['notes.log', bytes('text'), 'fits'],
    ['data.bin', Buffer.from([0, 1, 2, 3]), 'fits'],
  ])('compares the ending of %s with what it holds (%#)', (name, content, ending) => {
    expect(identifyFormat(name, content).ending).toBe(ending);
  });

  it('says of a file without bytes only that', () => {
    expect(identifyFormat('a.pdf', bytes(''))).toEqual({ isEmpty: true, isEncrypted: false, ending: 'fits' });
  });

  it('is not led astray by damage or bombs', () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
    const zip = rawZip([{ name: 'mimetype', content: bomb, method: 8, statedSize: 64 * 1024 * 1024 }]);
    expect(identifyFormat('a.zip', zip).format?.key).toBe('x-fmt/263');
    for (let cut = 0; cut < zip.length; cut += 997)
      expect(() => identifyFormat('a.zip', zip.subarray(0, cut))).not.toThrow();
    expect(identifyFormat('a.bin', latin1('\x89PNG\r\n\x1a\n\xff\xff\xff\xff')).format?.key).toBe('fmt/11');
    expect(identifyFormat('a.txt', latin1('caf\xe9')).format).toBeUndefined();
  });
});
