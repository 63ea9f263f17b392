import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What the seal has to know of a package before it signs for it. */
export interface PackageHeader {
  readonly kind: string;
  readonly packageId: string;
  /** The codes of the organisations that hand over (METS agent CREATOR, note IDENTIFICATIONCODE). */
  readonly submitters: readonly string[];
}

const metsNamespace = 'http://www.loc.gov/METS/';

/** The header of a root METS; undefined where the bytes are none. */
export function packageHeader(mets: Uint8Array): PackageHeader | undefined {
  const submitters: string[] = [];
  const found = { kind: '', packageId: '', isMets: false, isSubmitter: false, note: undefined as string | undefined };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => parser.fail('a document type declaration is not taken'));
  parser.on('opentag', (tag) => {
    if (tag.uri !== metsNamespace) return;
    if (tag.local === 'mets') Object.assign(found, { isMets: true, packageId: attributeNamed(tag, 'OBJID') });
    if (tag.local === 'metsHdr') found.kind = attributeNamed(tag, 'OAISPACKAGETYPE');
    if (tag.local === 'agent') {
      found.isSubmitter = attributeNamed(tag, 'ROLE') === 'CREATOR' && attributeNamed(tag, 'TYPE') === 'ORGANIZATION';
    }
    if (tag.local === 'note' && found.isSubmitter && attributeNamed(tag, 'NOTETYPE') === 'IDENTIFICATIONCODE')
      found.note = '';
  });
  parser.on('text', (text) => {
    if (found.note !== undefined) found.note += text;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'note' && found.note !== undefined) submitters.push(found.note.trim());
    if (local === 'note') found.note = undefined;
    if (local === 'agent') found.isSubmitter = false;
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(mets)).close();
  } catch {
    return undefined;
  }
  return found.isMets ? { kind: found.kind, packageId: found.packageId, submitters } : undefined;
}

function attributeNamed(tag: SaxesTagNS, local: string): string {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value ?? '';
}
