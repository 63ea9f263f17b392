import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { oaisPackageTypes } from '../vocabulary/dilcis.ts';
import { is, isDateTime, isOneOf, notDateTime } from './checks.ts';
import type { Answer, Rule } from './rule.ts';
import { type SoftwareMark, softwareAgents, softwareMark } from './software-agent.ts';

const agent = 'mets/metsHdr/agent';

/** CSIP7 to CSIP16 and CSIP117. Asked of the root, because the header itself may be missing. */
export const metsHdrRules: readonly Rule[] = [
  { id: 'CSIP117', level: 'MUST', place: 'mets/metsHdr', check: oneHeader },
  { id: 'CSIP7', level: 'MUST', place: 'mets/metsHdr/@CREATEDATE', check: ofHeader(isDateTime('CREATEDATE')) },
  { id: 'CSIP8', level: 'SHOULD', place: 'mets/metsHdr/@LASTMODDATE', check: ofHeader(lastModified) },
  {
    id: 'CSIP9',
    level: 'MUST',
    place: 'mets/metsHdr/@csip:OAISPACKAGETYPE',
    check: ofHeader(isOneOf('csip:OAISPACKAGETYPE', oaisPackageTypes)),
  },
  { id: 'CSIP10', level: 'MUST', place: agent, check: ofHeader(hasAgent) },
  { id: 'CSIP11', level: 'MUST', place: `${agent}[@ROLE='CREATOR']`, check: softwareHas('ROLE') },
  { id: 'CSIP12', level: 'MUST', place: `${agent}[@TYPE='OTHER']`, check: softwareHas('TYPE') },
  { id: 'CSIP13', level: 'MUST', place: `${agent}[@OTHERTYPE='SOFTWARE']`, check: softwareHas('OTHERTYPE') },
  { id: 'CSIP14', level: 'MUST', place: `${agent}/name`, check: ofSoftware((one) => oneText(one, 'name')) },
  { id: 'CSIP15', level: 'MUST', place: `${agent}/note`, check: ofSoftware((one) => oneText(one, 'note')) },
  {
    id: 'CSIP16',
    level: 'MUST',
    place: `${agent}/note[@csip:NOTETYPE='SOFTWARE VERSION']`,
    check: ofSoftware(noteType),
  },
];

function oneHeader(root: MetsElement): Answer {
  const count = childrenOf(root, 'metsHdr').length;
  if (count === 1) return undefined;
  return count === 0 ? 'the header metsHdr is missing' : `there are ${count} headers; there must be one`;
}

/** Asks the header, where there is one. */
export function ofHeader(check: Rule['check']): Rule['check'] {
  return (root, context) => {
    const header = childrenOf(root, 'metsHdr')[0];
    return header === undefined ? undefined : check(header, context);
  };
}

function lastModified(header: MetsElement): Answer {
  if (attributeOf(header, 'LASTMODDATE') === '')
    return '@LASTMODDATE is missing; a package that was changed must have it';
  const created = Date.parse(attributeOf(header, 'CREATEDATE'));
  const isEarlier = Date.parse(attributeOf(header, 'LASTMODDATE')) < created;
  return isEarlier ? '@LASTMODDATE lies before @CREATEDATE' : notDateTime(header, 'LASTMODDATE');
}

function hasAgent(header: MetsElement): Answer {
  return childrenOf(header, 'agent').length === 0 ? 'no agent says which software made the package' : undefined;
}

function softwareHas(mark: SoftwareMark): Rule['check'] {
  return ofSoftware((one, context) => is(mark, softwareMark(mark))(one, context));
}

function ofSoftware(check: Rule['check']): Rule['check'] {
  return ofHeader((header, context) =>
    softwareAgents(header).flatMap((one) => {
      const answer = check(one, context);
      return typeof answer === 'string' ? [{ message: `the agent of the software: ${answer}`, line: one.line }] : [];
    }),
  );
}

/** One child of the name, with words in it. */
export function oneText(parent: MetsElement, name: string): string | undefined {
  const children = childrenOf(parent, name);
  if (children.length === 0) return `${name} is missing`;
  if (children.length > 1) return `there are ${children.length} of ${name}; there must be one`;
  return children[0]?.text.trim() === '' ? `${name} is empty` : undefined;
}

function noteType(one: MetsElement): Answer {
  const notes = childrenOf(one, 'note');
  const types = notes.map((note) => attributeOf(note, 'csip:NOTETYPE'));
  if (notes.length === 0 || types.includes('SOFTWARE VERSION')) return undefined;
  return `note/@csip:NOTETYPE is "${types.join('", "')}"; it must be "SOFTWARE VERSION"`;
}
