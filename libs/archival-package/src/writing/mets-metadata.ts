import { element, type Xml } from '../xml/xml-writer.ts';
import type { MetsDocument } from './mets-document.ts';
import { fixity, locator, type WrittenMetadata } from './written-file.ts';

/**
 * CSIP17 to CSIP44: a dmdSec for each description; one amdSec with a digiprovMD for each PREMIS document and for each
 * other file that says what happened to the records.
 */
export function* metsMetadata(document: MetsDocument): Generator<Xml> {
  for (const [index, metadata] of document.descriptive.entries()) {
    const attributes = { ID: descriptiveId(document, index), CREATED: metadata.createdAt, STATUS: 'CURRENT' };
    yield element('dmdSec', attributes, [mdRef(metadata)]);
  }
  if (document.administrative.length > 0) yield element('amdSec', {}, provenance(document));
}

function* provenance(document: MetsDocument): Generator<Xml> {
  for (const [index, metadata] of document.administrative.entries()) {
    const attributes = { ID: administrativeId(document, index), CREATED: metadata.createdAt, STATUS: 'CURRENT' };
    yield element('digiprovMD', attributes, [mdRef(metadata)]);
  }
}

export function descriptiveId({ idPrefix }: MetsDocument, index: number): string {
  return `${idPrefix}-dmd-${index + 1}`;
}

export function administrativeIds(document: MetsDocument): readonly string[] {
  return document.administrative.map((_one, index) => administrativeId(document, index));
}

function administrativeId({ idPrefix }: MetsDocument, index: number): string {
  return `${idPrefix}-prov-${index + 1}`;
}

function mdRef(metadata: WrittenMetadata): Xml {
  return element('mdRef', {
    ...locator(metadata.path),
    MDTYPE: metadata.metadataType,
    OTHERMDTYPE: metadata.metadataType === 'OTHER' ? metadata.otherType : undefined,
    MDTYPEVERSION: metadata.version,
    ...fixity(metadata),
  });
}
