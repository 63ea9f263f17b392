import { element, type Xml } from '../xml/xml-writer.ts';
import type { MetsDocument, MetsGroup } from './mets-document.ts';
import { groupId } from './mets-file-sec.ts';
import { administrativeIds, descriptiveId } from './mets-metadata.ts';
import { locator } from './written-file.ts';

/** CSIP80 to CSIP112, CSIP116, CSIP118, CSIP119. */
export function metsStructMap(document: MetsDocument): Xml {
  const attributes = { ID: `${document.idPrefix}-map`, TYPE: 'PHYSICAL', LABEL: 'CSIP' };
  const main = { ID: `${document.idPrefix}-div`, LABEL: document.objId };
  return element('structMap', attributes, [element('div', main, divisions(document))]);
}

function* divisions(document: MetsDocument): Generator<Xml> {
  yield element('div', {
    ID: `${document.idPrefix}-div-metadata`,
    LABEL: 'Metadata',
    DMDID: listed(document.descriptive.map((_one, index) => descriptiveId(document, index))),
    ADMID: listed(administrativeIds(document)),
  });
  for (const group of document.groups) {
    const attributes = { ID: `${document.idPrefix}-div-${group.id}`, LABEL: group.divisionLabel };
    yield element('div', attributes, [pointer(group, groupId(document, group))]);
  }
}

function pointer({ mets }: MetsGroup, id: string): Xml {
  if (mets === undefined) return element('fptr', { FILEID: id });
  return element('mptr', { ...locator(mets), 'xlink:title': id });
}

function listed(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.join(' ');
}
