import { element, type Xml, xmlDocument } from '../xml/xml-writer.ts';
import { contentInformation } from './content-information-type.ts';
import type { MetsDocument } from './mets-document.ts';
import { metsFileSec } from './mets-file-sec.ts';
import { metsHdr } from './mets-hdr.ts';
import { metsMetadata } from './mets-metadata.ts';
import { metsStructMap } from './mets-struct-map.ts';

/**
 * METS 1.12 by E-ARK CSIP 2.2.0 in pieces of some hundred characters; files are asked for one by one, so that their
 * number costs no memory.
 */
export function writeMets(document: MetsDocument): Xml {
  const attributes = {
    xmlns: 'http://www.loc.gov/METS/',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
    'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
    OBJID: document.objId,
    LABEL: document.label,
    TYPE: document.type,
    ...contentInformation(document.contentInformationType),
    PROFILE: document.profile,
  };
  return xmlDocument(element('mets', attributes, sections(document)));
}

function* sections(document: MetsDocument): Generator<Xml> {
  yield metsHdr(document);
  yield* metsMetadata(document);
  if (document.groups.length > 0) yield metsFileSec(document);
  yield metsStructMap(document);
}
