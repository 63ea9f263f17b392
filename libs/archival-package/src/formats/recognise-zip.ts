import { type FileFormat, formatOf, type Recognised } from './file-format.ts';
import { type ZipEntry, zipListing } from './zip-listing.ts';

/** What is packed in a zip, by the names in it: OOXML, ODF, HWPX, ASiC, or any zip. */
export function recogniseZip(content: Buffer): Recognised | undefined {
  const entries = content.length < 22 ? undefined : zipListing(content);
  if (entries === undefined) return undefined;
  const isEncrypted = entries.some((entry) => entry.isEncrypted);
  const mediaType =
    entries
      .find(({ name }) => name === 'mimetype')
      ?.head()
      .trim() ?? '';
  const found = ooxml(entries) ?? odf(mediaType, entries) ?? byMediaType(mediaType, entries) ?? plainZip;
  return { ...found, isEncrypted: isEncrypted || found.isEncrypted === true };
}

const plainZip: Recognised = { format: formatOf('ZIP Format', '', 'x-fmt/263', 'application/zip'), endings: ['zip'] };

const officeXml = 'application/vnd.openxmlformats-officedocument.';

const ooxmlParts: readonly (readonly [part: string, format: FileFormat, endings: readonly string[]])[] = [
  [
    'word/document.xml',
    formatOf('Microsoft Word for Windows', '2007 onwards', 'fmt/412', `${officeXml}wordprocessingml.document`),
    ['docx'],
  ],
  [
    'xl/workbook.xml',
    formatOf('Microsoft Excel for Windows', '2007 onwards', 'fmt/214', `${officeXml}spreadsheetml.sheet`),
    ['xlsx'],
  ],
  [
    'ppt/presentation.xml',
    formatOf('Microsoft Powerpoint for Windows', '2007 onwards', 'fmt/215', `${officeXml}presentationml.presentation`),
    ['pptx'],
  ],
];

function ooxml(entries: readonly ZipEntry[]): Recognised | undefined {
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml')) return undefined;
  const found = ooxmlParts.find(([part]) => names.has(part));
  return found === undefined ? undefined : { format: found[1], endings: found[2] };
}

/** PRONOM's keys by OpenDocument version. */
const odfKinds: Readonly<Record<string, { readonly ending: string; readonly keys: Readonly<Record<string, string>> }>> =
  {
    Text: {
      ending: 'odt',
      keys: { '1.0': 'fmt/136', 1.1: 'fmt/290', 1.2: 'fmt/291', 1.3: 'fmt/1756', 1.4: 'fmt/2044' },
    },
    Spreadsheet: { ending: 'ods', keys: { '1.0': 'fmt/137', 1.1: 'fmt/294', 1.2: 'fmt/295', 1.3: 'fmt/1755' } },
    Presentation: { ending: 'odp', keys: { '1.0': 'fmt/138', 1.1: 'fmt/292', 1.2: 'fmt/293', 1.3: 'fmt/1754' } },
    Graphics: { ending: 'odg', keys: { '1.0': 'fmt/139', 1.1: 'fmt/296', 1.2: 'fmt/297' } },
  };

function odf(mediaType: string, entries: readonly ZipEntry[]): Recognised | undefined {
  const said = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)$/.exec(mediaType)?.[1];
  if (said === undefined) return undefined;
  const title = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  const { ending = '', keys = {} } = odfKinds[title] ?? {};
  const version = odfVersion(entries);
  const key = keys[version] ?? keys['1.2'] ?? 'x-fmt/263';
  const isEncrypted = headOf(entries, 'META-INF/manifest.xml').includes('encryption-data');
  return { format: formatOf(`OpenDocument ${title}`, version, key, mediaType), endings: [ending], isEncrypted };
}

function odfVersion(entries: readonly ZipEntry[]): string {
  const places = ['content.xml', 'styles.xml', 'meta.xml'].map((name) => headOf(entries, name));
  return places.map((head) => /office:version="([\d.]+)"/.exec(head)?.[1]).find((one) => one !== undefined) ?? '';
}

function byMediaType(mediaType: string, entries: readonly ZipEntry[]): Recognised | undefined {
  if (mediaType === 'application/hwp+zip') {
    const isEncrypted = headOf(entries, 'META-INF/manifest.xml').includes('encryption-data');
    // PRONOM has no key of its own for it.
    return { format: formatOf('Hancom HWPX', '', 'x-fmt/263', mediaType), endings: ['hwpx'], isEncrypted };
  }
  if (mediaType !== 'application/vnd.etsi.asic-e+zip') return undefined;
  const format = formatOf('Associated Signature Container Extended (ASiC-E)', '', 'fmt/1564', mediaType);
  return { format, endings: ['asice', 'sce'] };
}

function headOf(entries: readonly ZipEntry[], name: string): string {
  return entries.find((entry) => entry.name === name)?.head() ?? '';
}
