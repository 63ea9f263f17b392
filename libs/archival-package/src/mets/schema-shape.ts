import { agentRoles, agentTypes, locatorTypes } from '../vocabulary/mets-values.ts';
import type { MetsElement } from './mets-element.ts';

/** The children of an element in the order that the METS schema 1.12 has them in. */
const sequences: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    mets: ['metsHdr', 'dmdSec', 'amdSec', 'fileSec', 'structMap', 'structLink', 'behaviorSec'],
    metsHdr: ['agent', 'altRecordID', 'metsDocumentID'],
    agent: ['name', 'note'],
    amdSec: ['techMD', 'rightsMD', 'sourceMD', 'digiprovMD'],
    div: ['mptr', 'fptr', 'div'],
  }),
);

const parents: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
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
  }),
);

const lists: ReadonlyMap<string, Readonly<Record<string, ReadonlySet<string>>>> = new Map(
  Object.entries<Readonly<Record<string, ReadonlySet<string>>>>({
    agent: { ROLE: agentRoles, TYPE: agentTypes },
    mdRef: { LOCTYPE: locatorTypes },
    FLocat: { LOCTYPE: locatorTypes },
    mptr: { LOCTYPE: locatorTypes },
  }),
);

/** What is against METS itself, so that no profile needs to say it: order, place, closed lists. */
export class MetsShape {
  /** The place in its sequence that the last child of an element had. */
  readonly #reached = new WeakMap<MetsElement, number>();

  troubles(element: MetsElement, parent: MetsElement | undefined): readonly string[] {
    const all = [misplaced(element, parent), ...listed(element), this.#disordered(element, parent)];
    return all.filter((one) => one !== undefined);
  }

  #disordered({ name }: MetsElement, parent: MetsElement | undefined): string | undefined {
    const sequence = parent === undefined ? undefined : sequences.get(parent.name);
    if (parent === undefined || sequence === undefined) return undefined;
    const place = sequence.indexOf(name);
    if (place === -1) return `METS has no ${name} in ${parent.name}`;
    const reached = this.#reached.get(parent) ?? 0;
    this.#reached.set(parent, Math.max(place, reached));
    return place < reached ? `${name} may not come after ${sequence[reached]} in ${parent.name}` : undefined;
  }
}

function misplaced({ name }: MetsElement, parent: MetsElement | undefined): string | undefined {
  const allowed = parents.get(name);
  if (parent === undefined || allowed === undefined || allowed.includes(parent.name)) return undefined;
  return `${name} may not stand in ${parent.name}`;
}

function listed(element: MetsElement): readonly (string | undefined)[] {
  return Object.entries(lists.get(element.name) ?? {}).map(([attribute, values]) => {
    const value = element.attributes.get(attribute);
    if (value === undefined)
      return element.name === 'agent' && attribute === 'ROLE' ? 'agent/@ROLE is missing' : undefined;
    return values.has(value) ? undefined : `${element.name}/@${attribute} "${value.slice(0, 80)}" is no value of METS`;
  });
}
