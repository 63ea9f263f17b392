import { recordAnswer } from '@sillok/schemas/api/records/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EsdbPeer } from '../contract/event-store/esdb-peer/esdb-peer.ts';
import { startEsdbPeer } from '../contract/event-store/esdb-peer/esdb-peer.ts';
import { type House, openHouse } from './support/house.ts';
import { memo } from './support/story.ts';

let peer: EsdbPeer;
let house: House;
beforeAll(async () => {
  peer = await startEsdbPeer();
  house = await openHouse(undefined, peer.connectionString);
});
afterAll(async () => {
  await house.leave();
  await peer.close();
});

test('the small country keeps its logs on a server, through a broken connection and a restart', async () => {
  const letter = memo('munhwa', '서버에 남긴 기록');
  const first = await house.live(letter);
  peer.breakConnections();
  const second = await house.live(memo('munhwa', '끊긴 뒤의 기록'));
  expect([first.number, second.number]).toEqual(['기록정책과-1', '기록정책과-2']);
  const sealed = await house.sealed(letter, first.documentId);
  const stored = peer.log.records.length;
  house = await house.restart();
  const path = `/api/records/records/${first.documentId}`;
  expect(await house.client('munhwa').ask(letter.drafter, path, recordAnswer)).toEqual(sealed);
  const third = await house.live(memo('munhwa', '다시 켠 뒤의 기록'));
  expect(third.number).toBe('기록정책과-3');
  expect(peer.log.records.length).toBeGreaterThan(stored);
  const logs = new Set(peer.log.records.map(({ stream }) => stream.split('/')[0]?.replace(/-[0-9a-f-]{36}$/, '')));
  expect([...logs].sort()).toEqual(house.country.plans.map(({ id }) => id).sort());
});
