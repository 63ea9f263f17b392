export type { ActingPerson } from './acting-person.ts';
export { actingPerson, approvalModeOf, principalsOf } from './acting-person.ts';
export { isControlEnough } from './control-class.ts';
export type { Deciding, MatterQuestion } from './deciding-post.ts';
export { decidingPost, ruleFor } from './deciding-post.ts';
export type { DerivedLine, LineQuestion } from './derive-line.ts';
export { deriveLine } from './derive-line.ts';
export type { DirectoryReader } from './directory-reader.ts';
export { createDirectoryReader } from './directory-reader.ts';
export type {
  Absence,
  Appointment,
  DirectoryState,
  Person,
  Seal,
  SigningKey,
  Unit,
  UnitTask,
} from './directory-state.ts';
export { applyDirectoryEvent, emptyDirectory } from './directory-state.ts';
export { folderOf } from './folder-of.ts';
export {
  absenceOf,
  appointmentsOf,
  dateAt,
  localInstantAt,
  packInForce,
  rolesOf,
  sealInForce,
  signingKeyOf,
} from './in-force.ts';
export { headOf, holderOf, unitChain } from './unit-chain.ts';
