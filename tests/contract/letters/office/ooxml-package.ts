import { writeZip } from '../../../../libs/exchange-container/src/zip/write-zip.ts';
import { each, escapeXml, xmlFile } from './xml.ts';

export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

export interface OoxmlPart {
  /** `word/document.xml` */
  readonly path: string;
  /** What follows `application/vnd.openxmlformats-`, without `+xml`. */
  readonly type: string;
  readonly xml: string;
}

interface OoxmlParts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly createdAt: string;
  /** The document itself first; the others are related to it. */
  readonly parts: readonly [OoxmlPart, ...OoxmlPart[]];
}

/** An Office Open XML package (ECMA-376 part 2): content types, relations, core properties and the parts given. */
export function ooxmlPackage({ parts, ...properties }: OoxmlParts): Promise<Uint8Array> {
  const [main, ...related] = parts;
  const core = 'docProps/core.xml';
  const folder = main.path.slice(0, main.path.lastIndexOf('/'));
  const file = main.path.slice(folder.length + 1);
  const all = [...parts, { path: core, type: 'package.core-properties', xml: coreOf(properties) }];
  const entries = [
    { name: '[Content_Types].xml', bytes: xmlFile(contentTypes(all)) },
    {
      name: '_rels/.rels',
      bytes: xmlFile(
        relations([
          [`${relationships}/officeDocument`, main.path],
          [`${packages}/relationships/metadata/core-properties`, core],
        ]),
      ),
    },
    {
      name: `${folder}/_rels/${file}.rels`,
      bytes: xmlFile(relations(related.map(({ path, type }) => [relationOf(type), path.slice(folder.length + 1)]))),
    },
    ...all.map(({ path, xml }) => ({ name: path, bytes: xmlFile(xml) })),
  ];
  return writeZip(entries, properties.createdAt);
}

/** `officeDocument.spreadsheetml.worksheet` is related as `worksheet`. */
function relationOf(type: string): string {
  return `${relationships}/${type.slice(type.lastIndexOf('.') + 1)}`;
}

function contentTypes(parts: readonly OoxmlPart[]): string {
  const made = each(
    parts,
    ({ path, type }) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`,
  );
  const ending = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  const xml = `<Default Extension="xml" ContentType="application/xml"/>`;
  return `<Types xmlns="${packages}/content-types">${ending}${xml}${made}</Types>`;
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const made = each(
    list,
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${made}</Relationships>`;
}

function coreOf({ title, author, language, createdAt }: Omit<OoxmlParts, 'parts'>): string {
  const at = `xsi:type="dcterms:W3CDTF">${createdAt.slice(0, 19)}Z`;
  const spaces = [
    `xmlns:cp="${packages}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const members = [
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:creator>${escapeXml(author)}</dc:creator>`,
    `<dcterms:created ${at}</dcterms:created>`,
    `<dcterms:modified ${at}</dcterms:modified>`,
    `<dc:language>${language}</dc:language>`,
  ];
  return `<cp:coreProperties ${spaces}>${members.join('')}</cp:coreProperties>`;
}
