import { resolveHref } from '../fixity/resolve-href.ts';
import { attributeOf, childOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { has, hasId, is, shown } from './checks.ts';
import { fileGroups, isGroupOf, type MetsContext, representationFolders } from './mets-context.ts';
import type { Answer, Failing, Rule } from './rule.ts';
import { divisions } from './struct-map-chosen.ts';

const place = "mets/structMap[@LABEL='CSIP']/div/div";

/** CSIP105: that each representation METS has a division. Asked of the root of the package METS. */
export const representationDivisionRules: readonly Rule[] = [
  { id: 'CSIP105', level: 'SHOULD', scope: 'package', place, check: eachRepresentation },
  { id: 'CSIP106', level: 'MUST', scope: 'package', place: `${place}/@ID`, check: ofDivisions(hasId) },
  { id: 'CSIP107', level: 'MUST', scope: 'package', place: `${place}/@LABEL`, check: ofDivisions(label) },
  { id: 'CSIP107', level: 'MUST', scope: 'package', place: `${place}/@LABEL`, check: eachRepresentation },
  { id: 'CSIP108', level: 'MUST', scope: 'package', place: `${place}/mptr/@xlink:title`, check: ofPointers(title) },
  { id: 'CSIP109', level: 'MUST', scope: 'package', place: `${place}/mptr`, check: ofDivisions(onePointer) },
  { id: 'CSIP110', level: 'MUST', scope: 'package', place: `${place}/mptr/@xlink:href`, check: ofPointers(target) },
  {
    id: 'CSIP111',
    level: 'MUST',
    scope: 'package',
    place: `${place}/mptr[@xlink:type='simple']`,
    check: ofPointers(is('xlink:type', 'simple')),
  },
  {
    id: 'CSIP112',
    level: 'MUST',
    scope: 'package',
    place: `${place}/mptr[@LOCTYPE='URL']`,
    check: ofPointers(is('LOCTYPE', 'URL')),
  },
];

/** Divisions that stand for a representation with a METS of its own: by their pointer or by their label. */
function representationDivisions(root: MetsElement, context: MetsContext): readonly MetsElement[] {
  return divisions(root).filter(
    (division) => childOf(division, 'mptr') !== undefined || hasMets(folderOfLabel(division), context),
  );
}

function folderOfLabel(division: MetsElement): string {
  return attributeOf(division, 'LABEL')
    .replace(/\/METS\.xml$/, '')
    .replace(/^Representations\//i, 'representations/');
}

function hasMets(folder: string, { source }: MetsContext): boolean {
  return folder.startsWith('representations/') && source.files.has(`${folder}/METS.xml`);
}

function eachRepresentation(root: MetsElement, context: MetsContext): readonly Failing[] {
  const known = new Set(representationDivisions(root, context).flatMap((division) => foldersOf(division, context)));
  return representationFolders(context.source)
    .filter((folder) => hasMets(folder, context) && !known.has(folder))
    .map((folder) => ({ message: `no division stands for ${folder}/METS.xml`, level: 'SHOULD' }));
}

function foldersOf(division: MetsElement, { source, folder }: MetsContext): readonly string[] {
  const targets = childrenOf(division, 'mptr').map((pointer) =>
    resolveHref(attributeOf(pointer, 'xlink:href'), folder, source),
  );
  return [folderOfLabel(division), ...targets.map(({ path = '' }) => path.replace(/\/METS\.xml$/, ''))];
}

function ofDivisions(check: Rule['check']): Rule['check'] {
  return (root, context) => eachOf(representationDivisions(root, context), check, context);
}

function ofPointers(check: Rule['check']): Rule['check'] {
  return (root, context) => {
    const pointers = representationDivisions(root, context).flatMap((division) => childrenOf(division, 'mptr'));
    return eachOf(pointers, check, { ...context, root });
  };
}

function eachOf(subjects: readonly MetsElement[], check: Rule['check'], context: MetsContext): readonly Failing[] {
  return subjects.flatMap((subject) => {
    const answer = check(subject, context);
    return typeof answer === 'string' ? [{ message: answer, line: subject.line }] : [];
  });
}

function label(division: MetsElement, context: MetsContext): Answer {
  const own = attributeOf(division, 'LABEL');
  if (own === '') return 'div/@LABEL is missing or empty';
  if (!own.startsWith('Representations/')) return `@LABEL is "${shown(own)}"; it must start with "Representations/"`;
  const targets = foldersOf(division, context)
    .slice(1)
    .filter((folder) => folder !== '');
  const isSame = targets.length === 0 || targets.includes(folderOfLabel(division));
  return isSame ? undefined : `@LABEL is "${shown(own)}", but the METS pointed at lies in ${targets.join(', ')}`;
}

function title(pointer: MetsElement, context: MetsContext): Answer {
  const id = attributeOf(pointer, 'xlink:title');
  if (id === '') return 'mptr/@xlink:title is missing or empty';
  const groups = context.root === undefined ? [] : fileGroups(context.root);
  const group = groups.find((one) => attributeOf(one, 'ID') === id);
  if (group === undefined) return `@xlink:title is "${shown(id)}", which is the ID of no file group`;
  return isGroupOf(group, 'Representations')
    ? undefined
    : `@xlink:title names a file group of ${attributeOf(group, 'USE')}`;
}

function onePointer(division: MetsElement): Answer {
  const count = childrenOf(division, 'mptr').length;
  return count === 1 ? undefined : `the division has ${count} mptr; it must have one`;
}

function target(pointer: MetsElement, context: MetsContext): Answer {
  const absent = has('xlink:href')(pointer, context);
  if (absent !== undefined) return absent;
  const { path } = resolveHref(attributeOf(pointer, 'xlink:href'), context.folder, context.source);
  return path === undefined ? `@xlink:href "${shown(attributeOf(pointer, 'xlink:href'))}" leads to no file` : undefined;
}
