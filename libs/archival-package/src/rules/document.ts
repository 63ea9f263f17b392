import type { Finding } from '../finding.ts';
import type { MetsElement } from '../mets/mets-element.ts';
import { aipRules } from './aip.ts';
import { dipRules } from './dip.ts';
import { divisionRules } from './divisions.ts';
import { fileGroupRules, fileSecRules } from './file-sec.ts';
import { metadataDivisionRules } from './metadata-division.ts';
import { metadataKeptRules } from './metadata-kept.ts';
import { fileGroups, type MetsContext } from './mets-context.ts';
import { metsHdrRules } from './mets-hdr.ts';
import { metsRootRules } from './mets-root.ts';
import { kindsOf, type PackageKind } from './package-profile.ts';
import { representationDivisionRules } from './representation-divisions.ts';
import { judge, type Rule } from './rule.ts';
import { sipRules } from './sip.ts';
import { structMapRules } from './struct-map.ts';

const common: readonly Rule[] = [
  ...metsRootRules,
  ...metsHdrRules,
  ...metadataKeptRules,
  ...fileSecRules,
  ...structMapRules,
  ...metadataDivisionRules,
  ...divisionRules,
  ...representationDivisionRules,
];

const special: Readonly<Record<PackageKind, readonly Rule[]>> = { SIP: sipRules, AIP: aipRules, DIP: dipRules };

/** All rules for a METS document as a whole, once its sections and files have gone by. */
export function judgeDocument(root: MetsElement, context: MetsContext): readonly Finding[] {
  const kinds = context.scope === 'package' ? [...kindsOf(root)] : [];
  return [
    ...judge(common, root, context),
    ...kinds.flatMap((kind) => judge(special[kind], root, context)),
    ...fileGroups(root).flatMap((group) => judge(fileGroupRules, group, context)),
  ];
}
