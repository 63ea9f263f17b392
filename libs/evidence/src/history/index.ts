export type { CheckedPackage } from '../how-to-check/how-to-check.ts';
export { howToCheck } from '../how-to-check/how-to-check.ts';
export type { OpenedField } from './opened-fields.ts';
export { openedFieldsOf, readOpened, writeOpened } from './opened-fields.ts';
export type { HistoryLine } from './write-history.ts';
export { readHistory, writeHistory } from './write-history.ts';
