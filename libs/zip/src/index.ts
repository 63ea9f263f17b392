export { malformed } from './malformed.ts';
export { assertInside, assertSafeNames } from './safe-name.ts';
export { ZipWriter } from './zip-writer.ts';
