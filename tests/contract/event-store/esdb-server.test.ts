import { randomUUID } from 'node:crypto';
import { esdbEventStore } from '@sillok/event-store/esdb';
import { describe, expect, test } from 'vitest';
import { eventStoreContract } from './event-store-contract.ts';

/** A server of one's own, since every test leaves a log there: `SILLOK_TEST_ESDB='esdb://admin:changeit@host:2113?…'`. */
const connectionString = process.env['SILLOK_TEST_ESDB'];

if (connectionString === undefined) {
  describe('the event store on a server of EventStoreDB or KurrentDB', () => {
    test('is not tried here, because SILLOK_TEST_ESDB names no server', () => {
      expect(connectionString).toBeUndefined();
    });
  });
} else {
  const open = async () => esdbEventStore({ connectionString, log: `test-${randomUUID()}` });
  eventStoreContract(`the event store on ${connectionString.replace(/\/\/.*@/, '//')}`, open, {
    sharesPositions: true,
  });
}
