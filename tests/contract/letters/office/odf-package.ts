import { writeZip } from '../../../../libs/exchange-container/src/zip/write-zip.ts';
import { escapeXml, xmlFile } from './xml.ts';

interface OdfParts {
  readonly kind: 'text' | 'spreadsheet';
  readonly language: string;
  readonly title: string;
  readonly author: string;
  readonly createdAt: string;
  readonly automaticStyles: string;
  readonly body: string;
}

const namespaces = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'office:version="1.2"',
  )
  .join(' ');

/** An OpenDocument package (OASIS ODF 1.2 part 3): `mimetype` first and stored, so that the file says what it is. */
export function odfPackage(parts: OdfParts): Promise<Uint8Array> {
  const mediaType = `application/vnd.oasis.opendocument.${parts.kind}`;
  const entries = [
    { name: 'mimetype', bytes: new TextEncoder().encode(mediaType) },
    { name: 'content.xml', bytes: xmlFile(contentOf(parts)) },
    { name: 'styles.xml', bytes: xmlFile(stylesOf(parts)) },
    { name: 'meta.xml', bytes: xmlFile(metaOf(parts)) },
    { name: 'META-INF/manifest.xml', bytes: xmlFile(manifestOf(mediaType)) },
  ];
  return writeZip(entries, parts.createdAt);
}

function contentOf({ kind, automaticStyles, body }: OdfParts): string {
  const styles = `<office:automatic-styles>${automaticStyles}</office:automatic-styles>`;
  const content = `<office:body><office:${kind}>${body}</office:${kind}></office:body>`;
  return `<office:document-content ${namespaces}>${styles}${content}</office:document-content>`;
}

function stylesOf({ language }: OdfParts): string {
  const [tongue, country] = language.split('-');
  const script = tongue === 'ko' ? '-asian' : tongue === 'lo' ? '-complex' : '';
  const prefix = script === '' ? 'fo' : 'style';
  const spoken = `${prefix}:language${script}="${tongue}" ${prefix}:country${script}="${country}"`;
  const base = `<style:text-properties ${spoken} fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="11pt"/>`;
  const families = ['paragraph', 'table-cell'].map(
    (family) => `<style:default-style style:family="${family}">${base}</style:default-style>`,
  );
  return `<office:document-styles ${namespaces}><office:styles>${families.join('')}</office:styles></office:document-styles>`;
}

function metaOf({ title, author, language, createdAt }: OdfParts): string {
  const at = createdAt.slice(0, 19);
  const members = [
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<meta:initial-creator>${escapeXml(author)}</meta:initial-creator>`,
    `<meta:creation-date>${at}</meta:creation-date>`,
    `<dc:date>${at}</dc:date>`,
    `<dc:language>${language}</dc:language>`,
  ];
  return `<office:document-meta ${namespaces}><office:meta>${members.join('')}</office:meta></office:document-meta>`;
}

function manifestOf(mediaType: string): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const files = ['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml'));
  const root = `<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/>`;
  const space = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
  return `<manifest:manifest xmlns:manifest="${space}" manifest:version="1.2">${root}${files.join('')}</manifest:manifest>`;
}
