import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { ofHeader } from './mets-hdr.ts';
import type { Failing, Rule } from './rule.ts';

const organizationOrIndividual = new Set(['ORGANIZATION', 'INDIVIDUAL']);

/** Who is meant by an agent: the profile tells them by ROLE and TYPE alone. */
type Part = (header: MetsElement) => readonly MetsElement[];

const creators: Part = (header) => agents(header).filter((one) => role(one) === 'CREATOR' && !isSoftware(one));
const archivists: Part = (header) => agents(header).filter((one) => role(one) === 'ARCHIVIST');

/**
 * ARCHIVIST stands only in the profile's examples. Where nobody has it and several organisations created the package,
 * any of them may be the archival creator, and each is asked as one.
 */
const archivalCreators: Part = (header) => {
  const organizations = creators(header).filter((one) => attributeOf(one, 'TYPE') === 'ORGANIZATION');
  if (archivists(header).length > 0) return archivists(header);
  return organizations.length > 1 ? organizations : [];
};

/** Those, and creators of no known type where there is no ARCHIVIST. */
const typedAsArchivalCreators: Part = (header) =>
  archivists(header).length > 0 ? archivists(header) : creators(header);

const preservers: Part = (header) => agents(header).filter((one) => role(one) === 'PRESERVATION');

/** The submitter is an organisation; a person submits only where no organisation does. */
const submitters: Part = (header) => {
  const organizations = creators(header).filter((one) => attributeOf(one, 'TYPE') === 'ORGANIZATION');
  if (organizations.length > 0) return organizations;
  const people = creators(header).filter((one) => attributeOf(one, 'TYPE') === 'INDIVIDUAL');
  const coded = people.filter((one) => noteTypesOf(one).includes('IDENTIFICATIONCODE'));
  return coded.length > 0 ? coded : people.slice(0, 1);
};

const contacts: Part = (header) => {
  const submitting = new Set(submitters(header));
  return creators(header).filter((one) => attributeOf(one, 'TYPE') === 'INDIVIDUAL' && !submitting.has(one));
};

/** Agents who could be meant but have no right role or type. */
const unplaced: Part = (header) =>
  agents(header).filter((one) => !isSoftware(one) && !['CREATOR', 'ARCHIVIST', 'PRESERVATION'].includes(role(one)));

const named = { '2.0.4': 'MAY', '2.1.0': 'MAY', '2.2.0': 'MUST' } as const;
const place = 'metsHdr/agent';

/** SIP9 to SIP31. Asked of the root. */
export const sipAgentRules: readonly Rule[] = [
  { id: 'SIP9', level: 'MAY', place, check: thereIs(archivalCreators, 'archival creator') },
  { id: 'SIP10', level: 'MUST', place: `${place}/@ROLE`, check: strayRole(archivalCreators, 'ARCHIVIST') },
  { id: 'SIP11', level: 'MUST', place: `${place}/@TYPE`, check: each(typedAsArchivalCreators, typed) },
  { id: 'SIP12', level: named, place: `${place}/name`, check: each(archivalCreators, hasName) },
  { id: 'SIP13', level: 'MAY', place: `${place}/note`, check: each(archivalCreators, hasNote) },
  { id: 'SIP14', level: 'MUST', place: `${place}/note/@csip:NOTETYPE`, check: each(archivalCreators, codedNote) },
  { id: 'SIP15', level: 'MUST', place, check: thereIs(submitters, 'submitting') },
  { id: 'SIP16', level: 'MUST', place: `${place}/@ROLE`, check: strayRole(submitters, 'CREATOR') },
  { id: 'SIP17', level: 'MUST', place: `${place}/@TYPE`, check: each(creators, typed) },
  { id: 'SIP18', level: named, place: `${place}/name`, check: each(submitters, hasName) },
  { id: 'SIP19', level: 'MAY', place: `${place}/note`, check: each(submitters, hasNote) },
  { id: 'SIP20', level: 'MUST', place: `${place}/note/@csip:NOTETYPE`, check: each(submitters, codedNote) },
  { id: 'SIP21', level: 'MAY', place, check: thereIs(contacts, 'contact') },
  { id: 'SIP24', level: 'MUST', place: `${place}/name`, check: each(contacts, hasName) },
  { id: 'SIP25', level: 'MAY', place: `${place}/note`, check: each(contacts, hasNote) },
  { id: 'SIP26', level: 'MAY', place, check: thereIs(preservers, 'preservation') },
  { id: 'SIP27', level: 'MUST', place: `${place}/@ROLE`, check: strayRole(preservers, 'PRESERVATION') },
  { id: 'SIP28', level: 'MUST', place: `${place}/@TYPE`, check: each(preservers, isOrganization) },
  { id: 'SIP29', level: named, place: `${place}/name`, check: each(preservers, hasName) },
  { id: 'SIP30', level: 'MAY', place: `${place}/note`, check: each(preservers, hasNote) },
  { id: 'SIP31', level: 'MUST', place: `${place}/note/@csip:NOTETYPE`, check: each(preservers, codedNote) },
];

function agents(header: MetsElement): readonly MetsElement[] {
  return childrenOf(header, 'agent');
}

function role(agent: MetsElement): string {
  return attributeOf(agent, 'ROLE');
}

function isSoftware(agent: MetsElement): boolean {
  if (attributeOf(agent, 'OTHERTYPE') === 'SOFTWARE') return true;
  return attributeOf(agent, 'TYPE') === 'OTHER' && noteTypesOf(agent).includes('SOFTWARE VERSION');
}

function noteTypesOf(agent: MetsElement): readonly string[] {
  return childrenOf(agent, 'note').map((note) => attributeOf(note, 'csip:NOTETYPE'));
}

function thereIs(part: Part, name: string): Rule['check'] {
  return ofHeader((header) => (part(header).length === 0 ? `there is no ${name} agent` : undefined));
}

function each(part: Part, check: (agent: MetsElement) => string | undefined): Rule['check'] {
  return ofHeader((header) =>
    part(header).flatMap((agent): readonly Failing[] => {
      const message = check(agent);
      return message === undefined ? [] : [{ message, line: agent.line }];
    }),
  );
}

/** Only where nobody has the role: then an agent without any role of the profile is likely to be meant. */
function strayRole(part: Part, value: string): Rule['check'] {
  return ofHeader((header) => {
    if (part(header).length > 0) return undefined;
    return unplaced(header)
      .filter((agent) => organizationOrIndividual.has(attributeOf(agent, 'TYPE')) && !isOwnRole(role(agent)))
      .map((agent) => ({
        message: `@ROLE is "${role(agent)}"; an agent of this kind has "${value}"`,
        line: agent.line,
      }));
  });
}

/** Roles of METS that a local profile may use for agents of its own. */
function isOwnRole(value: string): boolean {
  return ['DISSEMINATOR', 'CUSTODIAN', 'IPOWNER'].includes(value);
}

function typed(agent: MetsElement): string | undefined {
  const type = attributeOf(agent, 'TYPE');
  if (organizationOrIndividual.has(type)) return undefined;
  return `@TYPE is "${type}"; it must be ORGANIZATION or INDIVIDUAL`;
}

function isOrganization(agent: MetsElement): string | undefined {
  const type = attributeOf(agent, 'TYPE');
  return type === 'ORGANIZATION' ? undefined : `@TYPE is "${type}"; it must be ORGANIZATION`;
}

function hasName(agent: MetsElement): string | undefined {
  return childrenOf(agent, 'name').some((name) => name.text.trim() !== '') ? undefined : 'the agent has no name';
}

function hasNote(agent: MetsElement): string | undefined {
  return childrenOf(agent, 'note').some((note) => note.text.trim() !== '') ? undefined : 'the agent has no note';
}

function codedNote(agent: MetsElement): string | undefined {
  const wrong = noteTypesOf(agent).filter((type) => type !== 'IDENTIFICATIONCODE');
  return wrong.length === 0
    ? undefined
    : `note/@csip:NOTETYPE is "${wrong.join('", "')}"; it must be "IDENTIFICATIONCODE"`;
}
