export { commandAfter, commandOf, personOf } from './command-of.ts';
export type { InstitutionContents } from './institution-contents.ts';
export { createInstitutionContents } from './institution-contents.ts';
export type { RecordContents } from './record-contents.ts';
export { createRecordContents } from './record-contents.ts';
export type { Service, ServiceContext } from './service-context.ts';
