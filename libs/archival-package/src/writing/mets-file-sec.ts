import { element, type Xml, type XmlAttributes } from '../xml/xml-writer.ts';
import { contentInformation } from './content-information-type.ts';
import type { MetsDocument, MetsGroup } from './mets-document.ts';
import { fixity, locator, type WrittenFile } from './written-file.ts';

/** CSIP58 to CSIP79, SIP32 to SIP35. */
export function metsFileSec(document: MetsDocument): Xml {
  return element('fileSec', { ID: `${document.idPrefix}-files` }, groups(document));
}

export function groupId({ idPrefix }: MetsDocument, { id }: MetsGroup): string {
  return `${idPrefix}-${id}`;
}

function* groups(document: MetsDocument): Generator<Xml> {
  for (const group of document.groups) {
    const attributes = {
      ID: groupId(document, group),
      USE: group.use,
      ...contentInformation(group.contentInformationType),
    };
    yield element('fileGrp', attributes, files(groupId(document, group), group.files));
  }
}

function* files(group: string, written: Iterable<WrittenFile>): Generator<Xml> {
  let count = 0;
  for (const file of written) {
    count += 1;
    const attributes = { ID: `${group}-${count}`, ...fixity(file), ...formatOf(file) };
    yield element('file', attributes, [element('FLocat', locator(file.path))]);
  }
}

function formatOf({ format }: WrittenFile): XmlAttributes {
  if (format === undefined) return {};
  return {
    'sip:FILEFORMATNAME': format.name,
    'sip:FILEFORMATVERSION': format.version,
    'sip:FILEFORMATREGISTRY': 'PRONOM',
    'sip:FILEFORMATKEY': format.key,
  };
}
