export { malformed } from './malformed.ts';
export { isEncrypted, nameOf } from './raw-entry.ts';
export { assertInside, assertSafeNames } from './safe-name.ts';
export { ZipWriter } from './zip-writer.ts';
