import { attributeOf, type MetsElement } from '../mets/mets-element.ts';
import { isContentCategory } from '../vocabulary/content-categories.ts';
import { contentInformationTypes, contentInformationTypesSince210 } from '../vocabulary/dilcis.ts';
import { has, ifThere, isOneOf, missing, shown } from './checks.ts';
import type { MetsContext } from './mets-context.ts';
import type { Answer, Rule } from './rule.ts';

const type = 'csip:CONTENTINFORMATIONTYPE';
const otherType = 'csip:OTHERCONTENTINFORMATIONTYPE';

/** CSIP1 to CSIP6: the root element of every METS document. */
export const metsRootRules: readonly Rule[] = [
  { id: 'CSIP1', level: 'MUST', place: 'mets/@OBJID', check: objectId },
  { id: 'CSIP2', level: 'MUST', place: 'mets/@TYPE', check: category },
  { id: 'CSIP3', level: 'SHOULD', place: "mets[@TYPE='OTHER']/@csip:OTHERTYPE", check: otherCategory },
  {
    id: 'CSIP4',
    level: 'SHOULD',
    scope: 'package',
    place: 'mets/@csip:CONTENTINFORMATIONTYPE',
    check: isOneOf(type, contentInformationTypes),
  },
  {
    id: 'CSIP4',
    level: 'MUST',
    scope: 'representation',
    place: 'mets/@csip:CONTENTINFORMATIONTYPE',
    check: isOneOf(type, contentInformationTypes),
  },
  {
    id: 'CSIP5',
    level: 'MUST',
    place: "mets[@csip:CONTENTINFORMATIONTYPE='OTHER']/@csip:OTHERCONTENTINFORMATIONTYPE",
    check: otherInformationType,
  },
  { id: 'CSIP6', level: 'MUST', place: 'mets/@PROFILE', check: profile },
];

function objectId(root: MetsElement, { folderName, scope }: MetsContext): Answer {
  const id = attributeOf(root, 'OBJID');
  if (id === '') return missing(root, 'OBJID');
  if (id === folderName) return undefined;
  const folder = scope === 'package' ? 'package' : 'representation';
  return { message: `@OBJID is "${shown(id)}", but the ${folder}'s folder is called "${folderName}"`, level: 'SHOULD' };
}

function category(root: MetsElement): Answer {
  const value = attributeOf(root, 'TYPE');
  if (value === '') return missing(root, 'TYPE');
  if (!isContentCategory(value))
    return `@TYPE is "${shown(value)}", which is no content category; use OTHER for others`;
  return value === 'OTHER' ? missing(root, 'csip:OTHERTYPE') : undefined;
}

function otherCategory(root: MetsElement): Answer {
  const other = attributeOf(root, 'csip:OTHERTYPE');
  const isOther = ['OTHER', 'Other'].includes(attributeOf(root, 'TYPE'));
  if (!isOther)
    return root.attributes.has('csip:OTHERTYPE') ? '@csip:OTHERTYPE stands although @TYPE is not OTHER' : undefined;
  if (other === '') return missing(root, 'csip:OTHERTYPE');
  const isKnown = other !== 'OTHER' && isContentCategory(other);
  return isKnown ? `@csip:OTHERTYPE is "${other}", a content category that belongs into @TYPE` : undefined;
}

/**
 * CSIP5 and CSIP63 ask the same, one of the document, the other of a file group. The attribute is a MAY, but the text
 * says "must" of its value, so what is there and wrong is a MUST. A term that older schemas do not know may stand there.
 */
export function otherInformationType(subject: MetsElement): Answer {
  const other = attributeOf(subject, otherType);
  if (attributeOf(subject, type) !== 'OTHER')
    return subject.attributes.has(otherType) ? `@${otherType} stands although @${type} is not OTHER` : undefined;
  if (other === '') return missing(subject, otherType);
  const isKnown = contentInformationTypesSince210.has(other);
  return isKnown ? `@${otherType} is "${other}", a known specification that belongs into @${type}` : undefined;
}

function profile(root: MetsElement, context: MetsContext): Answer {
  return has('PROFILE')(root, context) ?? ifThere('PROFILE', absoluteUrl)(root, context);
}

function absoluteUrl(root: MetsElement): Answer {
  const value = attributeOf(root, 'PROFILE');
  return /^[A-Za-z][A-Za-z\d+.-]*:\S+$/.test(value) ? undefined : `@PROFILE is "${shown(value)}"; it must be a URL`;
}
