export type { Catalogue } from './catalogue.ts';
export { createCatalogue } from './catalogue.ts';
export { commandIdOf, nameBasedId } from './command-id.ts';
export type { CommandContext, Journal, JournalOptions, Outcome } from './journal.ts';
export { createJournal } from './journal.ts';
export type { Recorded, RecordedEvent } from './recorded-event.ts';
