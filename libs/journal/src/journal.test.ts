import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decider, Folded } from '@sillok/decider';
import type { EventStore } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { canonicalJson, isRefusal, type Json, type Refusal, refuse } from '@sillok/kernel';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';
import { defineEvent, type EventOf, sealedBy } from '@sillok/schemas/vocabulary/event-definition';
import { testLog } from '@sillok/test-support';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Outcome } from './journal.ts';

const noteTaken = defineEvent('records.NoteTaken.v1', z.strictObject({ documentId: z.string(), count: z.int() }), {
  title: sealedBy('entry', z.string().max(40)),
});
const notesCounted = defineEvent('records.NotesCounted.v1', z.strictObject({ documentId: z.string(), count: z.int() }));
type NoteEvent = EventOf<typeof noteTaken> | EventOf<typeof notesCounted>;
type TakeNote = { readonly documentId: string; readonly title: string; readonly max?: number };

/** Counts notes, two events each, so that an append is more than one event. */
const notes = {
  initialState: 0,
  decide({ documentId, title, max = 1_000 }, count) {
    if (count >= max) return refuse('attachment-limit', 'title', { limit: max });
    return [
      { type: noteTaken.type, data: { documentId, count: count + 1 }, sealed: { title } },
      { type: notesCounted.type, data: { documentId, count: count + 1 } },
    ];
  },
  evolve: (count: number, event: Folded<NoteEvent>) => (event.type === noteTaken.type ? count + 1 : count),
} satisfies Decider<TakeNote, NoteEvent, number>;

const definitions = [noteTaken, notesCounted, folderOpened, folderClosed];
const stream = 'note-document-1';
const order: TakeNote = { documentId: 'document-1', title: 'Retention of tide-gauge logs' };

function outcomeOf(answer: Outcome | Refusal): Outcome {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
}

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const stores: Record<string, () => Promise<EventStore>> = {
  'in memory': async () => inMemoryEventStore(),
  'in SQLite': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sillok-journal-'));
    const store = sqliteEventStore({ folder });
    cleanUps.push(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });
    return store;
  },
};

describe.each(Object.entries(stores))('journal over a store %s', (_, makeStore) => {
  it('answers the events that it appended, and their place', async () => {
    const log = testLog({ definitions, store: await makeStore() });
    const outcome = outcomeOf(await log.journal('records').execute(notes, stream, order, log.command('a')));
    expect(outcome.repeated).toBe(false);
    expect(outcome.events.map((event) => event.type)).toEqual([noteTaken.type, notesCounted.type]);
    expect(outcome.position).toBe(outcome.events[1]?.position);
  });

  it('applies a command once whose reply was lost, also after a restart', async () => {
    const store = await makeStore();
    const log = testLog({ definitions, store: losingReplies(store, 1) });
    const journal = log.journal('records');
    await expect(journal.execute(notes, stream, order, log.command('a'))).rejects.toThrow('reply lost');
    const again = outcomeOf(await journal.execute(notes, stream, order, log.command('a')));
    const later = outcomeOf(await log.journal('records').execute(notes, stream, order, log.command('a')));
    expect([again.repeated, later.repeated]).toEqual([true, true]);
    expect(again.events.map((event) => event.type)).toEqual([noteTaken.type, notesCounted.type]);
    expect(later.position).toBe(again.position);
    expect(await journal.stateOf(notes, stream)).toBe(1);
  });

  it('refuses the same key with another body', async () => {
    const log = testLog({ definitions, store: await makeStore() });
    const journal = log.journal('records');
    await journal.execute(notes, stream, order, log.command('a', ['first']));
    const answer = await journal.execute(notes, stream, order, log.command('a', ['second']));
    expect(answer).toEqual(refuse('idempotency-key-reused', 'Idempotency-Key'));
    expect(await journal.appliedBefore(notes, stream, log.command('a', ['second']))).toEqual(answer);
    expect(await journal.stateOf(notes, stream)).toBe(1);
  });

  it('applies each of many commands that race on one stream once', async () => {
    const log = testLog({ definitions, store: await makeStore() });
    const journals = [log.journal('records'), log.journal('records')];
    const racing = Array.from({ length: 40 }, (_, index) => {
      const command = log.command(`key-${index % 20}`);
      return journals[index % 2]?.execute(notes, stream, order, command);
    });
    const outcomes = (await Promise.all(racing)).flatMap((answer) => (answer === undefined ? [] : [outcomeOf(answer)]));
    const counts = outcomes.map((outcome) =>
      outcome.events.map((event) => event.data).map((data) => Object(data).count),
    );
    for (let index = 0; index < 20; index += 1) expect(counts[index]).toEqual(counts[index + 20]);
    expect(
      counts
        .slice(0, 20)
        .map(([count]) => count)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(counts.every((two) => two.length === 2 && two[0] === two[1])).toBe(true);
    expect(await journals[0]?.stateOf(notes, stream)).toBe(20);
  });

  it('keeps whatever a business rule bounds within its bound, however commands race', async () => {
    const log = testLog({ definitions, store: await makeStore() });
    const journal = log.journal('records');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        journal.execute(notes, stream, { ...order, max: 3 }, log.command(`${index}`)),
      ),
    );
    expect(answers.filter((answer) => isRefusal(answer))).toHaveLength(7);
    expect(await journal.stateOf(notes, stream)).toBe(3);
  });
});

describe('journal', () => {
  it('refuses to write earlier than what the stream has already', async () => {
    const log = testLog({ definitions });
    let now = '2026-03-02T10:00:00.000Z';
    const journal = log.journal('records', { now: () => now });
    await journal.execute(notes, stream, order, log.command('a'));
    now = '2026-03-02T09:59:59.999Z';
    expect(await journal.execute(notes, stream, order, log.command('b'))).toEqual(
      refuse('clock-goes-forward-only', undefined, { at: '2026-03-02T10:00:00.000Z' }),
    );
    expect(await journal.stateOf(notes, stream)).toBe(1);
  });

  it('says beforehand how it would refuse, and writes nothing either way', async () => {
    const log = testLog({ definitions });
    const journal = log.journal('records');
    expect(await journal.refusalOf(notes, stream, order)).toBeUndefined();
    expect(await journal.eventsOf(stream)).toEqual([]);
    await journal.execute(notes, stream, order, log.command('a'));
    const refused = refuse('attachment-limit', 'title', { limit: 1 });
    expect(await journal.refusalOf(notes, stream, { ...order, max: 1 })).toEqual(refused);
    expect(await journal.eventsOf(stream)).toHaveLength(2);
  });

  it('appends nothing for a command that is satisfied already', async () => {
    const log = testLog({ definitions });
    const satisfied = { ...notes, decide: () => [] };
    const outcome = await log.journal('records').execute(satisfied, stream, order, log.command('a'));
    expect(outcome).toEqual({ events: [], repeated: false, position: undefined });
  });

  it('writes each event as one canonical byte string without its sealed plaintext', async () => {
    const log = testLog({ definitions });
    await log.journal('records').execute(notes, stream, order, log.command('a', order.title));
    for await (const stored of log.store.readAll()) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(stored.bytes);
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
      expect(text).not.toContain('tide-gauge');
      expect(text).not.toContain(Buffer.from(order.title).toString('base64url').slice(4, 20));
      expect(JSON.parse(text)).toMatchObject({ id: stored.id, type: stored.type, stream, revision: stored.revision });
    }
  });

  it('gives back a sealed value as long as its key lives, and folds alike without it', async () => {
    const log = testLog({ definitions });
    const journal = log.journal('records');
    const { events } = outcomeOf(await journal.execute(notes, stream, order, log.command('a')));
    const [first] = events;
    if (first === undefined) throw new Error('nothing was appended');
    expect(await journal.open(first)).toEqual({ title: order.title });
    await log.vault.destroy('entry:document-1');
    expect(await journal.open(first)).toEqual({});
    expect(await log.journal('records').stateOf(notes, stream)).toBe(1);
  });

  it('refuses to write what nobody could read back', async () => {
    const log = testLog({ definitions });
    const journal = log.journal('records');
    const long = journal.execute(notes, stream, { ...order, title: 'x'.repeat(41) }, log.command('a'));
    await expect(long).rejects.toThrow();
    expect(await journal.eventsOf(stream)).toEqual([]);
  });

  it("refuses the event types of another service's", async () => {
    const log = testLog({ definitions });
    await expect(log.journal('drafting').execute(notes, stream, order, log.command('a'))).rejects.toThrow(TypeError);
    expect(await log.journal('records').eventsOf(stream)).toEqual([]);
  });

  it('proves by its MAC over the very bytes who appended', async () => {
    const log = testLog({ definitions });
    await log.journal('records').execute(notes, stream, order, log.command('a'));
    const macs: string[] = [];
    for await (const stored of log.store.readAll()) macs.push(stored.mac);
    expect(new Set(macs).size).toBe(2);
    expect(macs.every((mac) => /^[0-9a-f]{64}$/.test(mac))).toBe(true);
  });

  it('holds one event for each command, whatever is lost, repeated and restarted', async () => {
    const step = fc.record({ key: fc.integer({ min: 0, max: 5 }), lost: fc.boolean(), restart: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const store = inMemoryEventStore();
        const faulty = losingReplies(store, 0);
        const log = testLog({ definitions, store: faulty });
        let journal = log.journal('records');
        for (const { key, lost, restart } of steps) {
          if (restart) journal = log.journal('records');
          faulty.losing(lost ? 1 : 0);
          await journal.execute(notes, stream, order, log.command(`${key}`)).catch(() => undefined);
        }
        expect(await journal.stateOf(notes, stream)).toBe(new Set(steps.map(({ key }) => key)).size);
      }),
      { numRuns: 40 },
    );
  });
});

/** A store whose next appends are done, but their answers never arrive. */
function losingReplies(store: EventStore, count: number): EventStore & { losing(count: number): void } {
  let left = count;
  return {
    ...store,
    losing(next) {
      left = next;
    },
    async append(...order) {
      const result = await store.append(...order);
      if (left === 0) return result;
      left -= 1;
      throw new Error('reply lost');
    },
  };
}
