export { addressOf } from './address.ts';
export { decryptObject, encryptObject } from './encryption.ts';
export type { ObjectAddress, ObjectStore } from './object-store.ts';
export type { PackagePlace, PackageStore } from './package-store.ts';
