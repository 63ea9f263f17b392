import type { MetsElement } from '../mets/mets-element.ts';
import { is, missing } from './checks.ts';
import type { MetsContext, SectionNote } from './mets-context.ts';
import { ofHeader } from './mets-hdr.ts';
import { isProfileOf } from './package-profile.ts';
import type { Answer, Rule } from './rule.ts';

const reference = 'mets/amdSec/digiprovMD/mdRef';
const since = ['2.2.0'] as const;

/** E-ARK AIP, whose METS profile exists since 2.2.0. That an OBJID never changes (AIPM1) is seen by comparing, not here. */
export const aipRules: readonly Rule[] = [
  { id: 'AIPM1', level: 'MUST', versions: since, place: 'mets/@OBJID', check: (root) => missing(root, 'OBJID') },
  { id: 'AIPM2', level: 'MUST', versions: since, place: 'mets/@PROFILE', check: isProfileOf('AIP') },
  {
    id: 'AIPM3',
    level: 'MUST',
    versions: since,
    place: 'mets/metsHdr/@csip:OAISPACKAGETYPE',
    check: ofHeader(is('csip:OAISPACKAGETYPE', 'AIP')),
  },
  { id: 'AIPM4', level: 'SHOULD', versions: since, place: "mets/dmdSec[@STATUS='CURRENT']", check: currentDescription },
  { id: 'AIPM5', level: 'MUST', versions: since, place: reference, check: hasProvenance },
  { id: 'AIPM6', level: 'SHOULD', versions: since, place: `${reference}[@MDTYPE='PREMIS']`, check: hasPremis },
  { id: 'AIPM7', level: 'SHOULD', versions: since, place: `${reference}/@MDTYPEVERSION`, check: isPremis3 },
];

export function currentDescription(_root: MetsElement, { sections }: MetsContext): Answer {
  const isThere = sections.some(({ name, status }) => name === 'dmdSec' && status === 'CURRENT');
  return isThere ? undefined : 'no dmdSec has @STATUS "CURRENT"';
}

function provenance({ sections }: MetsContext): readonly SectionNote[] {
  return sections.filter(({ name, mdType }) => name === 'digiprovMD' && mdType !== '');
}

function hasProvenance(_root: MetsElement, context: MetsContext): Answer {
  return provenance(context).length > 0 ? undefined : 'no digiprovMD refers to metadata of provenance';
}

function premis(context: MetsContext): readonly SectionNote[] {
  return provenance(context).filter(({ mdType }) => mdType.startsWith('PREMIS'));
}

function hasPremis(_root: MetsElement, context: MetsContext): Answer {
  return premis(context).length > 0 ? undefined : 'none of the provenance is PREMIS';
}

function isPremis3(_root: MetsElement, context: MetsContext): Answer {
  return premis(context)
    .filter(({ mdTypeVersion }) => !mdTypeVersion.startsWith('3'))
    .map(({ mdTypeVersion, line }) => ({
      message: `@MDTYPEVERSION of PREMIS is "${mdTypeVersion}"; it should be 3`,
      line,
    }));
}
