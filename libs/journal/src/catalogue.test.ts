import type { Position, StoredEvent } from '@sillok/event-store';
import { canonicalBytes } from '@sillok/kernel';
import { defineEvent } from '@sillok/schemas/vocabulary/event-definition';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCatalogue } from './catalogue.ts';

const renamed = {
  ...defineEvent('records.BoxMoved.v2', z.strictObject({ boxId: z.string(), room: z.string() })),
  upcasters: {
    'records.BoxMoved.v1': (data: unknown) => {
      const { boxId, place } = z.object({ boxId: z.string(), place: z.string() }).parse(data);
      return { boxId, room: place };
    },
  },
};
const catalogue = createCatalogue([renamed]);

const envelope = {
  id: 'event-00001',
  type: 'records.BoxMoved.v2',
  log: 'mois',
  stream: 'box-1',
  revision: 0,
  recordedAt: '2026-03-02T00:00:00.000Z',
  actor: 'person-00001',
  commandId: 'command-1',
  commandMac: 'mac',
  correlationId: 'command-1',
  causationId: 'command-1',
  data: { boxId: 'box-1', room: 'B2' },
};

function stored(more: Partial<typeof envelope> = {}, place: Partial<StoredEvent> = {}): StoredEvent {
  const written = { ...envelope, ...more };
  const { id, type, stream, revision } = written;
  // Positions are a store's own business; here nothing compares them.
  const position = '1' as Position;
  return { id, type, stream, revision, mac: '', position, bytes: canonicalBytes(written), ...place };
}

describe('catalogue', () => {
  it('parses what it knows', () => {
    expect(catalogue.decode(stored())).toMatchObject({ type: 'records.BoxMoved.v2', data: { room: 'B2' } });
  });

  it('brings an older shape up to date and leaves its bytes alone', () => {
    const old = stored({ type: 'records.BoxMoved.v1', data: { boxId: 'box-1', place: 'B1' } as never });
    const event = catalogue.decode(old);
    expect(event).toMatchObject({ type: 'records.BoxMoved.v2', data: { boxId: 'box-1', room: 'B1' } });
    expect(event.envelope.type).toBe('records.BoxMoved.v1');
    expect(event.bytes).toEqual(old.bytes);
  });

  it('halts at a version that it is too old for', () => {
    expect(catalogue.knows('records.BoxMoved.v1')).toBe(true);
    expect(catalogue.knows('records.BoxMoved.v3')).toBe(false);
    expect(() => catalogue.decode(stored({ type: 'records.BoxMoved.v3' }))).toThrow(
      expect.objectContaining({ code: 'EVENT_VERSION_UNKNOWN', details: { type: 'records.BoxMoved.v3' } }),
    );
  });

  it.each([
    ['data of another shape', stored({ data: { boxId: 'box-1' } as never })],
    ['data with more than was agreed', stored({ data: { boxId: 'box-1', room: 'B2', more: 1 } as never })],
    ['bytes that are no JSON', stored({}, { bytes: new TextEncoder().encode('{') })],
    ['bytes that are no UTF-8', stored({}, { bytes: Uint8Array.of(0x22, 0xff, 0x22) })],
    ['an envelope with a missing part', stored({}, { bytes: canonicalBytes({ ...envelope, actor: undefined }) })],
    ['an envelope that names another stream', stored({}, { stream: 'box-2' })],
    ['an envelope that names another revision', stored({}, { revision: 7 })],
    ['an envelope with another id', stored({}, { id: 'event-00002' })],
    ['an older shape that its upcaster cannot read', stored({ type: 'records.BoxMoved.v1' })],
  ])('refuses %s', (_, event) => {
    expect(() => catalogue.decode(event)).toThrow(expect.objectContaining({ code: 'EVENT_MALFORMED' }));
  });
});
