import type { MetsAgent, MetsDocument } from './mets-document.ts';
import { xmlElement, xmlText } from './xml-writer.ts';

/** CSIP7 to CSIP16, CSIP117, SIP3 to SIP31. */
export function metsHdr(document: MetsDocument): Generator<string> {
  const attributes = {
    CREATEDATE: document.createdAt,
    LASTMODDATE: document.createdAt,
    RECORDSTATUS: document.recordStatus,
    'csip:OAISPACKAGETYPE': document.packageType,
  };
  return xmlElement('metsHdr', attributes, inside(document));
}

function* inside({ software, agents, recordIds }: MetsDocument): Generator<string> {
  const marks = { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' };
  yield* xmlElement('agent', marks, named(software.name, 'SOFTWARE VERSION', software.version));
  for (const agent of agents) yield* organization(agent);
  for (const [TYPE, text] of recordIds) yield* xmlElement('altRecordID', { TYPE }, xmlText(text));
}

function organization({ role, name, code }: MetsAgent): Generator<string> {
  return xmlElement('agent', { ROLE: role, TYPE: 'ORGANIZATION' }, named(name, 'IDENTIFICATIONCODE', code));
}

function* named(name: string, noteType: string, note: string): Generator<string> {
  yield* xmlElement('name', {}, xmlText(name));
  yield* xmlElement('note', { 'csip:NOTETYPE': noteType }, xmlText(note));
}
