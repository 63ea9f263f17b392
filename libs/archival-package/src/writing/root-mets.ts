import { profileToWrite } from '../rules/package-profile.ts';
import { contentCategory } from './content-category.ts';
import type { MetsDocument, MetsGroup } from './mets-document.ts';
import type { PackagePlan } from './package-plan.ts';
import type { WrittenFile, WrittenMetadata } from './written-file.ts';

/** What was written of the package beside its root METS. */
export interface WrittenParts {
  readonly descriptive: readonly WrittenMetadata[];
  readonly administrative: readonly WrittenMetadata[];
  readonly schemas: readonly WrittenFile[];
  readonly documentation: readonly WrittenFile[];
  /** The METS of each representation, in the order of the plan. */
  readonly representations: readonly WrittenFile[];
}

export function rootMets(plan: PackagePlan, parts: WrittenParts): MetsDocument {
  const types = [...new Set(plan.representations.map((one) => one.contentInformationType))];
  const [onlyType = 'MIXED', ...others] = types;
  const { submissionAgreement, previousSubmission, referenceCode } = plan.references;
  const recordIds = [
    ['SUBMISSIONAGREEMENT', submissionAgreement],
    ['PREVIOUSSUBMISSIONAGREEMENT', previousSubmission],
    ['REFERENCECODE', referenceCode],
  ] as const;
  return {
    ...{ objId: plan.packageId, label: plan.label, profile: profileToWrite(plan.kind), type: contentCategory(types) },
    contentInformationType: others.length === 0 ? onlyType : 'MIXED',
    packageType: plan.kind,
    createdAt: plan.createdAt,
    recordStatus: plan.recordStatus,
    software: plan.software,
    agents: [
      { role: 'CREATOR', ...plan.submitter },
      { role: 'ARCHIVIST', ...plan.creator },
      { role: 'PRESERVATION', ...plan.preservation },
    ],
    recordIds: recordIds.flatMap(([type, text]) => (text === undefined ? [] : [[type, text] as const])),
    idPrefix: 'package',
    descriptive: parts.descriptive,
    administrative: parts.administrative,
    groups: [...ownGroups(parts), ...representationGroups(plan, parts)],
  };
}

function ownGroups({ documentation, schemas }: WrittenParts): readonly MetsGroup[] {
  return [
    { id: 'documentation', use: 'Documentation', files: documentation, divisionLabel: 'Documentation' },
    { id: 'schemas', use: 'Schemas', files: schemas, divisionLabel: 'Schemas' },
  ];
}

function representationGroups(plan: PackagePlan, { representations }: WrittenParts): readonly MetsGroup[] {
  return representations.map((mets, index) => {
    const { name = '', contentInformationType = 'OTHER' } = plan.representations[index] ?? {};
    const use = `Representations/${name}`;
    const id = `representation-${index + 1}`;
    return { id, use, contentInformationType, files: [mets], divisionLabel: use, mets: mets.path };
  });
}
