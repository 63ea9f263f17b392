export { sha256Hex } from './digest.ts';
export { brokenEntry, entryValue, makeManifest, manifestDigest, withoutEntries } from './manifest.ts';
export type { Paper } from './questions-of-statements.ts';
export { questionsOfStatements } from './questions-of-statements.ts';
export { readStatement } from './read-statement.ts';
