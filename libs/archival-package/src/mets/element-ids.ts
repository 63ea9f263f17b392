import type { MetsElement } from './mets-element.ts';

const ncName = /^[\p{L}_][\p{L}\p{Nd}\p{M}._·-]*$/u;

// Maps, because names come from outside and an object knows more names than its own.
const requirements: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dmdSec: 'CSIP18',
    digiprovMD: 'CSIP33',
    rightsMD: 'CSIP46',
    fileSec: 'CSIP59',
    fileGrp: 'CSIP65',
    file: 'CSIP67',
    structMap: 'CSIP83',
  }),
);

const divisions: ReadonlyMap<string, string> = new Map([
  ['Metadata', 'CSIP89'],
  ['Documentation', 'CSIP94'],
  ['Schemas', 'CSIP98'],
  ['Representations', 'CSIP102'],
]);

export interface IdTrouble {
  readonly requirement: string;
  readonly line: number;
  readonly message: string;
}

/** The requirement that owns the ID of an element; divisions by their label. */
function requirementOf(element: MetsElement, parent: MetsElement | undefined): string {
  const own = requirements.get(element.name);
  if (own !== undefined) return own;
  if (element.name !== 'div') return 'SILLOK-ID';
  if (parent?.name === 'structMap') return 'CSIP85';
  const label = element.attributes.get('LABEL') ?? '';
  return divisions.get(label) ?? 'CSIP106';
}

/**
 * IDs are NCNames and unique in their document; up to 2.1.0 "within the package", since 2.2.0 "within the
 * XML-document" (CSIP18 and its like).
 */
export class ElementIds {
  readonly #seen = new Map<string, string>();

  check(
    element: MetsElement,
    parent: MetsElement | undefined,
    path: string,
    isPackageWide: boolean,
  ): IdTrouble | undefined {
    const id = element.attributes.get('ID');
    if (id === undefined || id === '') return undefined;
    const requirement = requirementOf(element, parent);
    if (!ncName.test(id)) return { requirement, line: element.line, message: `@ID "${id.slice(0, 80)}" is no NCName` };
    const before = this.#seen.get(id);
    this.#seen.set(id, path);
    if (before === undefined || (before !== path && !isPackageWide)) return undefined;
    const where = before === path ? 'in this document' : `in ${before}`;
    return { requirement, line: element.line, message: `@ID "${id.slice(0, 80)}" stands already ${where}` };
  }
}
