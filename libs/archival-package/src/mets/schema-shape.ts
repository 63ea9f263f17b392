import { agentRoles, agentTypes, locatorTypes } from '../vocabulary/mets-values.ts';
import type { MetsElement } from './mets-element.ts';

/** What the METS schema demands and a reader stumbles over: order at the top, attributes, closed lists. */
const order = ['metsHdr', 'dmdSec', 'amdSec', 'fileSec', 'structMap', 'structLink', 'behaviorSec'];

const parents: Readonly<Record<string, readonly string[]>> = {
  metsHdr: ['mets'],
  agent: ['metsHdr'],
  altRecordID: ['metsHdr'],
  name: ['agent'],
  note: ['agent'],
  dmdSec: ['mets'],
  amdSec: ['mets'],
  digiprovMD: ['amdSec'],
  rightsMD: ['amdSec'],
  techMD: ['amdSec'],
  sourceMD: ['amdSec'],
  mdRef: ['dmdSec', 'digiprovMD', 'rightsMD', 'techMD', 'sourceMD'],
  fileSec: ['mets'],
  fileGrp: ['fileSec', 'fileGrp'],
  file: ['fileGrp', 'file'],
  FLocat: ['file'],
  structMap: ['mets'],
  div: ['structMap', 'div'],
  fptr: ['div'],
  mptr: ['div'],
};

const lists: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  agent: { ROLE: agentRoles, TYPE: agentTypes },
  mdRef: { LOCTYPE: locatorTypes },
  FLocat: { LOCTYPE: locatorTypes },
  mptr: { LOCTYPE: locatorTypes },
};

/** What is against METS itself (METS schema 1.12), so that no profile needs to say it. */
export function shapeTroubles(element: MetsElement, parent: MetsElement | undefined): readonly string[] {
  return [misplaced(element, parent), ...listed(element), disordered(element, parent)].filter(
    (one) => one !== undefined,
  );
}

function misplaced({ name }: MetsElement, parent: MetsElement | undefined): string | undefined {
  const allowed = parents[name];
  if (parent === undefined || allowed === undefined || allowed.includes(parent.name)) return undefined;
  return `${name} may not stand in ${parent.name}`;
}

function listed(element: MetsElement): readonly (string | undefined)[] {
  return Object.entries(lists[element.name] ?? {}).map(([attribute, values]) => {
    const value = element.attributes.get(attribute);
    if (value === undefined)
      return element.name === 'agent' && attribute === 'ROLE' ? 'agent/@ROLE is missing' : undefined;
    return values.has(value) ? undefined : `${element.name}/@${attribute} "${value.slice(0, 80)}" is no value of METS`;
  });
}

function disordered({ name }: MetsElement, parent: MetsElement | undefined): string | undefined {
  if (parent?.name !== 'mets') return undefined;
  if (!order.includes(name)) return `METS has no ${name} at the top`;
  const later = parent.children.find((child) => order.indexOf(child.name) > order.indexOf(name));
  return later === undefined ? undefined : `${name} may not come after ${later.name}`;
}
