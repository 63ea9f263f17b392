import { childrenOf, listIn, type MetsElement } from '../mets/mets-element.ts';
import { hasId, shown } from './checks.ts';
import type { MetsContext } from './mets-context.ts';
import { fileRules, locatorRules, type ReferenceIds } from './reference-rules.ts';
import type { Answer, Rule } from './rule.ts';

const place = 'mets/fileSec/fileGrp/file';

export const fileIds: ReferenceIds = {
  locator: 'CSIP77',
  link: 'CSIP78',
  href: 'CSIP79',
  mimeType: 'CSIP68',
  size: 'CSIP69',
  created: 'CSIP70',
  checksum: 'CSIP71',
  checksumType: 'CSIP72',
};

/** CSIP67 to CSIP76: each file element. */
export const fileElementRules: readonly Rule[] = [
  { id: 'CSIP67', level: 'MUST', place: `${place}/@ID`, check: hasId },
  ...fileRules(fileIds, place),
  { id: 'CSIP73', level: 'MAY', place: `${place}/@OWNERID`, check: notEmpty('OWNERID') },
  { id: 'CSIP74', level: 'MUST', place: `${place}/@ADMID`, check: refersTo('ADMID', (context) => context.amdIds) },
  { id: 'CSIP75', level: 'MUST', place: `${place}/@DMDID`, check: refersTo('DMDID', (context) => context.dmdIds) },
  { id: 'CSIP76', level: 'MUST', place: `${place}/FLocat`, check: oneLocator },
  ...['NAME', 'VERSION', 'REGISTRY', 'KEY'].map(
    (part, index): Rule => ({
      id: `SIP${32 + index}`,
      level: 'MUST',
      place: `${place}/@sip:FILEFORMAT${part}`,
      check: notEmpty(`sip:FILEFORMAT${part}`),
    }),
  ),
];

/** CSIP77 to CSIP79: asked of each FLocat. */
export const fileLocatorRules: readonly Rule[] = locatorRules(fileIds, `${place}/FLocat`);

function notEmpty(attribute: string): Rule['check'] {
  return (subject) =>
    subject.attributes.get(attribute)?.trim() === '' ? `@${attribute} is there but empty` : undefined;
}

/** Every word of the attribute is an ID of the right kind of section. */
export function refersTo(attribute: string, ids: (context: MetsContext) => ReadonlySet<string>): Rule['check'] {
  return (subject, context): Answer => {
    if (!subject.attributes.has(attribute)) return undefined;
    const words = listIn(subject, attribute);
    if (words.length === 0) return `@${attribute} is there but empty`;
    const lost = words.filter((word) => !ids(context).has(word));
    return lost.map((word) => `@${attribute} refers to "${shown(word)}", which no section of that kind has as its ID`);
  };
}

function oneLocator(file: MetsElement): Answer {
  const count = childrenOf(file, 'FLocat').length;
  if (count === 1) return undefined;
  return count === 0 ? 'the file has no FLocat' : `the file has ${count} FLocat elements; it must have one`;
}
