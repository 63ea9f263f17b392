import { currentDescription } from './aip.ts';
import { is, missing } from './checks.ts';
import { ofHeader } from './mets-hdr.ts';
import { isProfileOf } from './package-profile.ts';
import type { Rule } from './rule.ts';

/** E-ARK DIP. That its OBJID is another than the AIP's (DIP1) is seen by comparing, not here. */
export const dipRules: readonly Rule[] = [
  { id: 'DIP1', level: 'MUST', place: 'mets/@OBJID', check: (root) => missing(root, 'OBJID') },
  { id: 'DIP2', level: 'MUST', place: 'mets/@PROFILE', check: isProfileOf('DIP') },
  {
    id: 'DIP3',
    level: 'MUST',
    place: 'metsHdr/@csip:OAISPACKAGETYPE',
    check: ofHeader(is('csip:OAISPACKAGETYPE', 'DIP')),
  },
  { id: 'DIP4', level: 'SHOULD', place: 'dmdSec/@STATUS', check: currentDescription },
];
