import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../xml/xml-writer.ts';
import { judgePremis } from './judge-premis.ts';
import type { PremisModel } from './premis-model.ts';
import { samplePremis } from './testing/sample-premis.ts';
import { writePremis } from './write-premis.ts';

it('is judged to have no event without an agent and none without an object', async () => {
  const bytes = bytesOf(writePremis(samplePremis));
  const file = { path: 'premis.xml', size: bytes.length, open: async () => Readable.from([bytes]) };
  expect(await judgePremis(file)).toEqual([]);
});

it('lets every object name the events and rights that name it', () => {
  const text = [...writePremis(samplePremis)].join('');
  const [object] = text.match(/<premis:object xsi:type="premis:file">.*?<\/premis:object>/s) ?? [];
  expect(object).toMatch(/linkingEventIdentifierValue>event-0001</);
  expect(object).toMatch(/linkingRightsStatementIdentifierValue>rights-0001</);
});

it('is the same for the same model', () => {
  expect([...writePremis(samplePremis)]).toEqual([...writePremis(samplePremis)]);
});

describe('refuses', () => {
  const event = samplePremis.events[0];
  const cases: readonly (readonly [string, Partial<PremisModel>, string])[] = [
    ['an event without an agent', { events: [{ ...event, agents: [] }] }, 'the event event-0001 has no agent'],
    ['a file of no event', { events: [] }, 'the file file-0001 is in no event'],
    [
      'an event about no object',
      { events: [event, { ...event, id: 'event-0002', objects: [] }] },
      'is about no object',
    ],
    ['an agent that is not there', { agents: [] }, 'names person-0001, which is not there'],
    ['an object that is not there', { objects: [] }, 'names file-0001, which is not there'],
    ['two of one name', { events: [event, event] }, 'event-0001 is there twice'],
  ];
  it.each(cases)('%s', (_, change, message) => {
    expect(() => writePremis({ ...samplePremis, ...change })).toThrow(message);
    expect(() => writePremis({ ...samplePremis, ...change })).toThrow(
      expect.objectContaining({ code: 'CONTAINER_MALFORMED' }),
    );
  });
});
