export type { TestLog, TestLogOptions } from './test-log.ts';
export { testLog } from './test-log.ts';
export type { TestIdentity, TestKeyKind, TestPki, TestPkiOptions } from './test-pki.ts';
export { testPki } from './test-pki.ts';
export { signDetached, signStamped, stampingFetch } from './test-signatures.ts';
