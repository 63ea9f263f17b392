import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { eventStoreContract } from './event-store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

eventStoreContract('the event store in SQLite', async () => sqliteEventStore({ folder: await temporaryFolder() }));
