import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import { eventStoreContract } from './event-store-contract.ts';

eventStoreContract('the event store in memory', async () => inMemoryEventStore());
