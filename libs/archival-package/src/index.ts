export type { DublinCore } from './dc/write-dc.ts';
export { writeDc } from './dc/write-dc.ts';
export type {
  ErmsAction,
  ErmsAgent,
  ErmsClassificationSchema,
  ErmsComponent,
  ErmsDisclosure,
  ErmsDisposal,
  ErmsFolder,
  ErmsGround,
  ErmsModel,
  ErmsRecord,
  ErmsRelation,
  ErmsRole,
} from './erms/erms-model.ts';
export { readErms } from './erms/read-erms.ts';
export { writeErms } from './erms/write-erms.ts';
export type { Finding, Level, ProfileVersion } from './finding.ts';
export { profileVersions } from './finding.ts';
export type { FileFormat } from './formats/file-format.ts';
export type { IdentifiedFile } from './formats/identify-format.ts';
export { identifyFormat } from './formats/identify-format.ts';
export type { PackageLimits } from './limits.ts';
export { ordinaryLimits } from './limits.ts';
export type {
  PremisAgent,
  PremisEntity,
  PremisEvent,
  PremisFile,
  PremisModel,
  PremisObject,
  PremisRelationship,
  PremisRights,
} from './premis/premis-model.ts';
export type { RecordedEvent } from './premis/premis-of-events.ts';
export { premisOfEvents } from './premis/premis-of-events.ts';
export { writePremis } from './premis/write-premis.ts';
export type { MetsHeader } from './reading/read-mets-header.ts';
export { metsHeaderIn, readMetsHeader } from './reading/read-mets-header.ts';
export type { MetsReference } from './reading/read-mets-references.ts';
export { readMetsReferences } from './reading/read-mets-references.ts';
export { readPackage } from './reading/read-package.ts';
export { signaturePath } from './signature-path.ts';
export type { PackageBytes, PackageInput } from './source/package-input.ts';
export type { PackageFile, PackageSource } from './source/package-source.ts';
export type { ValidateOptions, ValidationReport } from './validate-package.ts';
export { validatePackage } from './validate-package.ts';
export type {
  KeptRepresentation,
  PackageAgent,
  PackagePlan,
  PlannedFile,
  PlannedMetadata,
  PlannedRepresentation,
  WrittenPackage,
} from './writing/package-plan.ts';
export type { WriteOrder } from './writing/write-package.ts';
export { writePackage } from './writing/write-package.ts';
export type { Xml, XmlAttributes, XmlContent } from './xml/xml-writer.ts';
export { bytesOf, element, textElement, xmlDocument } from './xml/xml-writer.ts';
