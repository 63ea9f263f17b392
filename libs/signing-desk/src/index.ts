export type { PreparedSignature, SignableStatement } from './prepare-signature.ts';
export { challengeOf, completeSignature, prepareSignature } from './prepare-signature.ts';
export type { PreparedStatement, PreparedStatements } from './prepared-statements.ts';
export { createPreparedStatements } from './prepared-statements.ts';
export type { SignatureEvidence, SigningDesk } from './sign-statement.ts';
export { signStatement } from './sign-statement.ts';
export { usableKeyOf } from './usable-key.ts';
