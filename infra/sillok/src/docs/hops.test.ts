import { expect, test } from 'vitest';
import { allEvents } from '../composition/all-events.ts';
import { crossesServices, hopsBetween } from './hops.ts';
import { sealing, submission } from './life-page.ts';
import { reactions, streamKinds } from './service-facts.ts';

test('a document takes four hops from its submission to its sealed PDF, two of them between services', () => {
  const hops = hopsBetween(submission, sealing);
  expect(hops.map(({ name }) => name)).toEqual([
    'when-draft-submitted-open-case',
    'when-case-opened-freeze-paper',
    'when-document-established-register-record',
    'when-record-registered-seal-copy',
  ]);
  expect(hops.filter(crossesServices).length).toBe(2);
});

test('nothing leads back from the sealed PDF', () => {
  expect(hopsBetween(sealing, submission)).toEqual([]);
});

test('every event belongs to exactly one kind of stream, of the service that it is named after', () => {
  const kinds = streamKinds();
  for (const { type } of allEvents) {
    const owners = kinds.filter((kind) => kind.events.includes(type));
    expect(owners.map(({ service }) => service)).toEqual([type.split('.')[0]]);
  }
});

test('every reaction waits for an event, and is named after the first that it waits for', () => {
  expect(reactions().length).toBeGreaterThan(0);
  for (const { name, waitsFor } of reactions()) {
    const kebab = waitsFor.map((type) => (type.split('.')[1] ?? '').replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase());
    expect(kebab.filter((event) => name.startsWith(`when-${event}-`))).toHaveLength(1);
  }
});
