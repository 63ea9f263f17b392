import { attributeOf, listIn, type MetsElement } from '../mets/mets-element.ts';
import { hasId, shown } from './checks.ts';
import { isKnown, isNearly } from './divisions.ts';
import type { MetsContext, SectionNote } from './mets-context.ts';
import type { Answer, Failing, Rule } from './rule.ts';
import { divisions } from './struct-map-chosen.ts';

const place = "mets/structMap[@LABEL='CSIP']/div/div[@LABEL='Metadata']";

/** CSIP88 to CSIP92. Asked of the root. */
export const metadataDivisionRules: readonly Rule[] = [
  { id: 'CSIP88', level: 'MUST', place, check: oneDivision },
  { id: 'CSIP89', level: 'MUST', place: `${place}/@ID`, check: eachHasId },
  { id: 'CSIP90', level: 'MUST', place, check: otherwiseLabelled },
  {
    id: 'CSIP91',
    level: 'SHOULD',
    place: `${place}/@ADMID`,
    check: (root, context) => references(root, context, 'ADMID'),
  },
  {
    id: 'CSIP92',
    level: 'SHOULD',
    place: `${place}/@DMDID`,
    check: (root, context) => references(root, context, 'DMDID'),
  },
];

function labelled(root: MetsElement): readonly MetsElement[] {
  return divisions(root).filter((division) => division.attributes.get('LABEL') === 'Metadata');
}

function oneDivision(root: MetsElement): Answer {
  const count = labelled(root).length;
  return count === 1 ? undefined : `there are ${count} divisions labelled "Metadata"; there must be one`;
}

function eachHasId(root: MetsElement, context: MetsContext): readonly Failing[] {
  return labelled(root).flatMap((division) => {
    const answer = hasId(division, context);
    return typeof answer === 'string' ? [{ message: answer, line: division.line }] : [];
  });
}

/** Only metadata has a division without pointers below it. */
function otherwiseLabelled(root: MetsElement): readonly Failing[] {
  if (labelled(root).length > 0) return [];
  return divisions(root)
    .filter((division) => isNearly(division, 'Metadata') || (division.children.length === 0 && !isKnown(division)))
    .map((division) => ({
      message: `the division is labelled "${shown(attributeOf(division, 'LABEL'))}"; it must be "Metadata"`,
      line: division.line,
    }));
}

/** 2.0.4 asks for every section, later versions for the current ones. What is referred to must be there. */
function references(root: MetsElement, context: MetsContext, attribute: 'ADMID' | 'DMDID'): readonly Failing[] {
  const [division] = labelled(root);
  if (division === undefined) return [];
  const named = new Set(listIn(division, attribute));
  const known = attribute === 'ADMID' ? context.amdIds : context.dmdIds;
  const isRight = ({ name }: SectionNote) => (name === 'dmdSec') === (attribute === 'DMDID');
  const asked = context.sections.filter((section) => isRight(section) && isCurrent(section, context));
  const absent = asked.filter(({ id, around }) => id !== '' && !named.has(id) && !named.has(around));
  const lost = [...named].filter((id) => !known.has(id));
  return [
    ...absent.map(({ id }) => ({ message: `@${attribute} leaves out "${shown(id)}"`, line: division.line })),
    ...lost.map((id) => ({
      message: `@${attribute} refers to "${shown(id)}", which no section of that kind has as its ID`,
      line: division.line,
    })),
  ];
}

function isCurrent({ status }: SectionNote, { version }: MetsContext): boolean {
  return version === '2.0.4' || status === 'CURRENT';
}
