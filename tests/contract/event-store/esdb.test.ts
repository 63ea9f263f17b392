import { esdbEventStore } from '@sillok/event-store/esdb';
import { onTestFinished } from 'vitest';
import { startEsdbPeer } from './esdb-peer/esdb-peer.ts';
import { eventStoreContract } from './event-store-contract.ts';

eventStoreContract('the event store on a peer that speaks EventStoreDB', async () => {
  const peer = await startEsdbPeer();
  onTestFinished(() => peer.close());
  return esdbEventStore({ connectionString: peer.connectionString, log: 'ministry' });
});
