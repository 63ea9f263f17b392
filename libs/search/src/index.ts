export { putSearchEntry, removeSearchEntry, searchTableSql } from './search-table.ts';
export { queryOf, tokensOf } from './tokens-of.ts';
