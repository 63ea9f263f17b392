import { element, type Xml } from '../xml/xml-writer.ts';
import type { MetsAgent, MetsDocument } from './mets-document.ts';

/** CSIP7 to CSIP16, CSIP117, SIP3 to SIP31. */
export function metsHdr(document: MetsDocument): Xml {
  const attributes = {
    CREATEDATE: document.createdAt,
    LASTMODDATE: document.createdAt,
    RECORDSTATUS: document.recordStatus,
    'csip:OAISPACKAGETYPE': document.packageType,
  };
  return element('metsHdr', attributes, inside(document));
}

function* inside({ software, agents, recordIds }: MetsDocument): Generator<Xml> {
  const marks = { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' };
  yield element('agent', marks, named(software.name, 'SOFTWARE VERSION', software.version));
  for (const agent of agents) yield organization(agent);
  for (const [TYPE, text] of recordIds) yield element('altRecordID', { TYPE }, text);
}

function organization({ role, name, code }: MetsAgent): Xml {
  return element('agent', { ROLE: role, TYPE: 'ORGANIZATION' }, named(name, 'IDENTIFICATIONCODE', code));
}

function named(name: string, noteType: string, note: string): readonly Xml[] {
  return [element('name', {}, name), element('note', { 'csip:NOTETYPE': noteType }, note)];
}
