export { sha256Hex } from './digest.ts';
export { brokenEntry, entryValue, makeManifest, manifestDigest, withoutEntries } from './manifest.ts';
export { questionsOfAuthorityStatement, sealedValueDigest } from './questions-of-authority-statement.ts';
export type { Paper } from './questions-of-statements.ts';
export { questionsOfStatements } from './questions-of-statements.ts';
export { readDigitisation } from './read-digitisation.ts';
export { readAcknowledgement, readExchangeMessage, readTransferReceipt } from './read-exchange.ts';
export { readAuthorityStatement, readStatement } from './read-statement.ts';
