export type { TestIdentity, TestKeyKind, TestPki, TestPkiOptions } from './test-pki.ts';
export { testPki } from './test-pki.ts';
export { signDetached, signStamped, stampingFetch } from './test-signatures.ts';
