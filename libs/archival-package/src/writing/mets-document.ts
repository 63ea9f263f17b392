import type { PackageAgent, PackagePlan } from './package-plan.ts';
import type { WrittenFile, WrittenMetadata } from './written-file.ts';

/** A METS document to be written: of the package, or of one representation. */
export interface MetsDocument {
  readonly objId: string;
  readonly label: string;
  readonly profile: string;
  /** A value of VocabularyContentCategory. */
  readonly type: string;
  readonly contentInformationType: string;
  readonly packageType: PackagePlan['kind'];
  readonly createdAt: string;
  readonly recordStatus: PackagePlan['recordStatus'];
  readonly software: PackagePlan['software'];
  readonly agents: readonly MetsAgent[];
  /** `@TYPE` and text of each altRecordID. */
  readonly recordIds: readonly (readonly [type: string, text: string])[];
  /** An NCName that all ids of the document begin with. */
  readonly idPrefix: string;
  readonly descriptive: readonly WrittenMetadata[];
  /** Preservation and other metadata, of the one amdSec. */
  readonly administrative: readonly WrittenMetadata[];
  readonly groups: readonly MetsGroup[];
}

export interface MetsAgent extends PackageAgent {
  readonly role: 'CREATOR' | 'ARCHIVIST' | 'PRESERVATION';
}

/** A file group and the division that stands for it. */
export interface MetsGroup {
  /** What its id ends with; unique in the document. */
  readonly id: string;
  readonly use: string;
  readonly contentInformationType?: string;
  /** Asked for once, one after the other. */
  readonly files: Iterable<WrittenFile>;
  readonly divisionLabel: string;
  /** The METS of the representation that the group stands for, relative to this one. */
  readonly mets?: string;
}
