import { attributeOf, childrenOf, type MetsElement } from '../mets/mets-element.ts';
import { hasId, is, missing, shown } from './checks.ts';
import type { Answer, Rule } from './rule.ts';
import { csipMap } from './struct-map-chosen.ts';

const map = "mets/structMap[@LABEL='CSIP']";

/** CSIP80 to CSIP86: the map and its main division. Asked of the root. */
export const structMapRules: readonly Rule[] = [
  { id: 'CSIP80', level: 'MUST', place: 'mets/structMap', check: oneCsipMap },
  { id: 'CSIP81', level: 'MUST', place: "mets/structMap[@TYPE='PHYSICAL']", check: ofMap(is('TYPE', 'PHYSICAL')) },
  { id: 'CSIP82', level: 'MUST', place: map, check: ofMap(is('LABEL', 'CSIP')) },
  { id: 'CSIP83', level: 'MUST', place: `${map}/@ID`, check: ofMap(hasId) },
  { id: 'CSIP84', level: 'MUST', place: `${map}/div`, check: ofMap(oneDivision) },
  { id: 'CSIP85', level: 'MUST', place: `${map}/div/@ID`, check: ofMain(hasId) },
  { id: 'CSIP86', level: 'MUST', versions: ['2.0.4'], place: `${map}/div/@LABEL`, check: mainLabel },
];

function oneCsipMap(root: MetsElement): Answer {
  const maps = childrenOf(root, 'structMap');
  if (maps.length === 0) return 'there is no structural map';
  const count = maps.filter((one) => one.attributes.get('LABEL') === 'CSIP').length;
  return count > 1 ? `there are ${count} structural maps labelled CSIP; there must be one` : undefined;
}

function ofMap(check: Rule['check']): Rule['check'] {
  return (root, context) => {
    const chosen = csipMap(root);
    return chosen === undefined ? undefined : lined(check(chosen, context), chosen.line);
  };
}

function ofMain(check: Rule['check']): Rule['check'] {
  return ofMap((chosen, context) => {
    const main = childrenOf(chosen, 'div')[0];
    return main === undefined ? undefined : lined(check(main, context), main.line);
  });
}

function lined(answer: Answer, line: number): Answer {
  return typeof answer === 'string' ? { message: answer, line } : answer;
}

function oneDivision(chosen: MetsElement): Answer {
  const count = childrenOf(chosen, 'div').length;
  return count === 1 ? undefined : `the structural map has ${count} main divisions; it must have one`;
}

function mainLabel(root: MetsElement): Answer {
  const chosen = csipMap(root);
  const main = chosen === undefined ? undefined : childrenOf(chosen, 'div')[0];
  if (main === undefined) return undefined;
  const absent = missing(main, 'LABEL');
  if (absent !== undefined) return { message: absent, line: main.line };
  const [label, id] = [attributeOf(main, 'LABEL'), attributeOf(root, 'OBJID')];
  return label === id
    ? undefined
    : { message: `@LABEL is "${shown(label)}", but mets/@OBJID "${shown(id)}"`, line: main.line };
}
