export type { InstitutionKey } from './institution-key.ts';
export { institutionKeyOf } from './institution-key.ts';
export type { KeyName, KeyVault } from './key-vault.ts';
export { isMacOf, macOf } from './mac.ts';
export type { FieldContext, SealedField } from './sealing.ts';
export { fieldKeyOf, openField, openWithFieldKey, sealField } from './sealing.ts';
