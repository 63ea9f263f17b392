export type { AddressBook, AddressBookEntry } from './address-book.ts';
export type { ExchangeAnswer, ExchangeClient } from './exchange-client.ts';
export { createExchangeClient } from './exchange-client.ts';
export { isSealedBy, trustIn } from './is-sealed-by.ts';
export type { RevocationData, TrustService, TrustServiceOptions } from './trust-service.ts';
export { createTrustService } from './trust-service.ts';
