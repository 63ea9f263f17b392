import { attributeOf, childrenOf, listIn, type MetsElement, withAllBelow } from '../mets/mets-element.ts';
import { hasId, shown } from './checks.ts';
import { fileGroups, isGroupOf, type MetsContext } from './mets-context.ts';
import type { Failing, Rule } from './rule.ts';
import { csipMap, divisions } from './struct-map-chosen.ts';

/** The requirement ids of the division for one kind of file group. */
interface DivisionIds {
  readonly label: 'Documentation' | 'Schemas' | 'Representations';
  readonly division: string;
  readonly id: string;
  readonly labelled: string;
  readonly pointers: string;
  readonly pointed: string;
}

const byGroup: readonly DivisionIds[] = [
  {
    label: 'Documentation',
    division: 'CSIP93',
    id: 'CSIP94',
    labelled: 'CSIP95',
    pointers: 'CSIP96',
    pointed: 'CSIP116',
  },
  { label: 'Schemas', division: 'CSIP97', id: 'CSIP98', labelled: 'CSIP99', pointers: 'CSIP100', pointed: 'CSIP118' },
  {
    label: 'Representations',
    division: 'CSIP101',
    id: 'CSIP102',
    labelled: 'CSIP103',
    pointers: 'CSIP104',
    pointed: 'CSIP119',
  },
];

/** CSIP93 to CSIP104, CSIP116, CSIP118, CSIP119. Asked of the root. */
export const divisionRules: readonly Rule[] = byGroup.flatMap((ids) => {
  const place = `mets/structMap[@LABEL='CSIP']/div/div[@LABEL='${ids.label}']`;
  const pointers = { '2.0.4': 'MUST', '2.1.0': 'MUST', '2.2.0': 'SHOULD' } as const;
  return [
    { id: ids.division, level: 'SHOULD', place, check: (root, context) => oneDivision(root, context, ids) },
    { id: ids.id, level: 'MUST', place: `${place}/@ID`, check: (root, context) => eachHasId(root, context, ids) },
    { id: ids.labelled, level: 'MUST', place, check: (root) => otherwiseLabelled(root, ids) },
    { id: ids.pointers, level: pointers, place: `${place}/fptr`, check: (root) => oneGroupEach(root, ids) },
    { id: ids.pointed, level: 'MUST', place: `${place}/fptr/@FILEID`, check: (root) => pointsAtGroups(root, ids) },
  ] satisfies readonly Rule[];
});

/** Whether the division is one of the kind by its label. A representation's content has its path in the label. */
function isLabelled(division: MetsElement, label: string): boolean {
  const own = attributeOf(division, 'LABEL');
  return own === label || (label === 'Representations' && own.startsWith('Representations/'));
}

function labelled(root: MetsElement, { label }: DivisionIds): readonly MetsElement[] {
  return divisions(root).filter((division) => isLabelled(division, label));
}

function groupsOf(root: MetsElement, { label }: DivisionIds): readonly MetsElement[] {
  return fileGroups(root).filter((group) => isGroupOf(group, label));
}

function oneDivision(root: MetsElement, _context: MetsContext, ids: DivisionIds): string | undefined {
  const count = labelled(root, ids).length;
  if (count === 0 && groupsOf(root, ids).length > 0)
    return `the files of ${ids.label} have no division labelled "${ids.label}"`;
  const isOnlyOne = ids.label !== 'Representations';
  return count > 1 && isOnlyOne ? `there are ${count} divisions labelled "${ids.label}"; there may be one` : undefined;
}

function eachHasId(root: MetsElement, context: MetsContext, ids: DivisionIds): readonly Failing[] {
  return labelled(root, ids).flatMap((division) => {
    const answer = hasId(division, context);
    return typeof answer === 'string' ? [{ message: answer, line: division.line }] : [];
  });
}

/** A division that is of the kind by what it points at, or by a label in other letters. */
function otherwiseLabelled(root: MetsElement, ids: DivisionIds): readonly Failing[] {
  const groups = new Set(groupsOf(root, ids).map((group) => attributeOf(group, 'ID')));
  return divisions(root)
    .filter((division) => !isKnown(division))
    .filter((division) => isNearly(division, ids.label) || pointers(division).some((id) => groups.has(id)))
    .map((division) => ({
      message: `the division is labelled "${shown(attributeOf(division, 'LABEL'))}"; it must be "${ids.label}"`,
      line: division.line,
    }));
}

export function isKnown(division: MetsElement): boolean {
  return ['Metadata', ...byGroup.map(({ label }) => label)].some((label) => isLabelled(division, label));
}

export function isNearly(division: MetsElement, label: string): boolean {
  const own = attributeOf(division, 'LABEL');
  const same = (one: string) =>
    one
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/s$/, '');
  return own !== label && own !== '' && same(own) === same(label);
}

function pointers(division: MetsElement): readonly string[] {
  return childrenOf(division, 'fptr').flatMap((pointer) => listIn(pointer, 'FILEID'));
}

function oneGroupEach(root: MetsElement, ids: DivisionIds): readonly Failing[] {
  const empty = labelled(root, ids).filter((division) => division.children.length === 0);
  const bare = labelled(root, ids)
    .flatMap((division) => childrenOf(division, 'fptr'))
    .filter((pointer) => listIn(pointer, 'FILEID').length > 1);
  return [
    ...unreferenced(root, ids),
    ...empty.map(({ line }) => ({ message: `the division "${ids.label}" points at no file group`, line })),
    ...bare.map(({ line }) => ({ message: 'one fptr points at several file groups', line })),
  ];
}

function pointsAtGroups(root: MetsElement, ids: DivisionIds): readonly Failing[] {
  const groups = new Set(groupsOf(root, ids).map((group) => attributeOf(group, 'ID')));
  const wrong = labelled(root, ids)
    .flatMap((division) => childrenOf(division, 'fptr'))
    .filter(
      (pointer) => listIn(pointer, 'FILEID').length === 0 || listIn(pointer, 'FILEID').some((id) => !groups.has(id)),
    )
    .map((pointer) => ({
      message: `@FILEID "${shown(attributeOf(pointer, 'FILEID'))}" is no file group of ${ids.label}`,
      line: pointer.line,
    }));
  return [...unreferenced(root, ids), ...wrong];
}

/** Groups that no pointer of the map names, however deep it stands. */
function unreferenced(root: MetsElement, ids: DivisionIds): readonly Failing[] {
  const map = csipMap(root);
  if (map === undefined) return [];
  const named = new Set([...withAllBelow(map)].flatMap(namedBy));
  return groupsOf(root, ids)
    .filter((group) => !named.has(attributeOf(group, 'ID')))
    .map((group) => ({
      message: `the file group "${shown(attributeOf(group, 'ID'))}" (${attributeOf(group, 'USE')}) is not in the structural map`,
      line: group.line,
    }));
}

function namedBy(element: MetsElement): readonly string[] {
  if (element.name === 'fptr') return listIn(element, 'FILEID');
  return element.name === 'mptr' ? listIn(element, 'xlink:title') : [];
}
