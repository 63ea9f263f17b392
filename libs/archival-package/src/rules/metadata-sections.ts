import { childOf, type MetsElement } from '../mets/mets-element.ts';
import { metadataStatuses } from '../vocabulary/dilcis.ts';
import { hasId, isDateTime, isOneOf } from './checks.ts';
import { fileRules, locatorRules, type ReferenceIds } from './reference-rules.ts';
import type { Rule } from './rule.ts';

interface SectionKind {
  readonly place: string;
  readonly id: string;
  readonly status: string;
  readonly mdRef: string;
  readonly ids: ReferenceIds;
}

const kinds: Readonly<Record<string, SectionKind>> = {
  dmdSec: { place: 'mets/dmdSec', id: 'CSIP18', status: 'CSIP20', mdRef: 'CSIP21', ids: referenceIds(22) },
  digiprovMD: {
    place: 'mets/amdSec/digiprovMD',
    id: 'CSIP33',
    status: 'CSIP34',
    mdRef: 'CSIP35',
    ids: referenceIds(36),
  },
  rightsMD: { place: 'mets/amdSec/rightsMD', id: 'CSIP46', status: 'CSIP47', mdRef: 'CSIP48', ids: referenceIds(49) },
};

/** The nine requirements of a mdRef are numbered one after the other: CSIP22 to 30, 36 to 44, 49 to 57. */
function referenceIds(first: number): ReferenceIds {
  const id = (offset: number) => `CSIP${first + offset}`;
  return {
    locator: id(0),
    link: id(1),
    href: id(2),
    mdType: id(3),
    mimeType: id(4),
    size: id(5),
    created: id(6),
    checksum: id(7),
    checksumType: id(8),
  };
}

const created: Rule = { id: 'CSIP19', level: 'MUST', place: 'mets/dmdSec/@CREATED', check: isDateTime('CREATED') };

/** CSIP18 to 21, 33 to 35, 46 to 48: what each metadata section itself must have. */
export const sectionRules: Readonly<Record<string, readonly Rule[]>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { place, id, status, mdRef }]) => [
    name,
    [
      { id, level: 'MUST', place: `${place}/@ID`, check: hasId },
      ...(name === 'dmdSec' ? [created] : []),
      { id: status, level: 'SHOULD', place: `${place}/@STATUS`, check: isOneOf('STATUS', metadataStatuses) },
      { id: mdRef, level: 'SHOULD', place: `${place}/mdRef`, check: hasReference },
    ] satisfies readonly Rule[],
  ]),
);

/** CSIP22 to 30, 36 to 44, 49 to 57: asked of the mdRef. */
export const mdRefRules: Readonly<Record<string, readonly Rule[]>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { place, ids }]) => [
    name,
    [...locatorRules(ids, `${place}/mdRef`), ...fileRules(ids, `${place}/mdRef`)],
  ]),
);

export const mdRefIds: Readonly<Record<string, ReferenceIds>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { ids }]) => [name, ids]),
);

function hasReference(section: MetsElement): string | undefined {
  if (childOf(section, 'mdRef') !== undefined) return undefined;
  return `${section.name} has no mdRef; metadata lies in a file of its own and is referred to`;
}
