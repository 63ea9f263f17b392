import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { contentInformationTypes } from '../vocabulary/dilcis.ts';
import { has, hasId, missing, notOneOf } from './checks.ts';
import { refersTo } from './files.ts';
import { fileGroups, filesBelow, isGroupOf, type MetsContext } from './mets-context.ts';
import { otherInformationType } from './mets-root.ts';
import type { Answer, Rule } from './rule.ts';

const group = 'mets/fileSec/fileGrp';

/** CSIP58 to CSIP60, CSIP113, CSIP114: asked of the root. */
export const fileSecRules: readonly Rule[] = [
  { id: 'CSIP58', level: 'SHOULD', place: 'mets/fileSec', check: oneFileSec },
  { id: 'CSIP59', level: 'MUST', place: 'mets/fileSec/@ID', check: ofFileSec(hasId) },
  named('CSIP60', 'Documentation'),
  named('CSIP113', 'Schemas'),
  named('CSIP114', 'Representations'),
];

/** CSIP61 to CSIP66: asked of each file group. */
export const fileGroupRules: readonly Rule[] = [
  { id: 'CSIP61', level: 'MUST', place: `${group}/@ADMID`, check: refersTo('ADMID', (context) => context.amdIds) },
  {
    id: 'CSIP62',
    level: 'SHOULD',
    place: `${group}[@USE='Representations']/@csip:CONTENTINFORMATIONTYPE`,
    check: specification,
  },
  {
    id: 'CSIP63',
    level: 'MUST',
    place: `${group}[@csip:CONTENTINFORMATIONTYPE='OTHER']/@csip:OTHERCONTENTINFORMATIONTYPE`,
    check: otherInformationType,
  },
  { id: 'CSIP64', level: 'MUST', place: `${group}/@USE`, check: has('USE') },
  { id: 'CSIP65', level: 'MUST', place: `${group}/@ID`, check: hasId },
  { id: 'CSIP66', level: 'MUST', place: `${group}/file`, check: hasFile },
];

/** A package may bring metadata alone; then it needs no file section. */
function oneFileSec(root: MetsElement, { source, folder, path }: MetsContext): Answer {
  const count = childrenOf(root, 'fileSec').length;
  if (count > 1) return `there are ${count} file sections; there should be one`;
  const metadata = folder === '' ? 'metadata/' : `${folder}/metadata/`;
  const content = filesBelow(source, folder).filter((file) => file !== path && !file.startsWith(metadata));
  if (count === 1 || content.length === 0) return undefined;
  return `there is no file section, but the package has ${content.length} files beside its metadata`;
}

function ofFileSec(check: Rule['check']): Rule['check'] {
  return (root, context) => {
    const section = childrenOf(root, 'fileSec')[0];
    return section === undefined ? undefined : check(section, context);
  };
}

/** Cardinality 1..n below fileSec, by the words "in the package METS document". */
function named(id: string, name: string): Rule {
  const check: Rule['check'] = (root) => {
    if (childrenOf(root, 'fileSec').length === 0) return undefined;
    const isThere = fileGroups(root).some((one) => isGroupOf(one, name));
    return isThere ? undefined : `no file group has @USE "${name}"`;
  };
  return { id, level: 'MUST', scope: 'package', place: `${group}[@USE='${name}']`, check };
}

function specification(one: MetsElement, _context: MetsContext): Answer {
  const attribute = 'csip:CONTENTINFORMATIONTYPE';
  if (one.attributes.has(attribute)) return notOneOf(one, attribute, contentInformationTypes);
  return isGroupOf(one, 'Representations') ? missing(one, attribute) : undefined;
}

function hasFile(one: MetsElement): Answer {
  const isNested = childrenOf(one, 'fileGrp').length > 0;
  return one.streamed > 0 || isNested ? undefined : `the file group "${attributeOf(one, 'USE')}" has no file`;
}
