import type { EventStore } from '@sillok/event-store';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { all } from './samples.ts';

/** What the parent is told once the store answered, never before. */
export interface Acknowledgement {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

const writers = 32;

const folder = process.argv[2];
if (folder !== undefined) await load(sqliteEventStore({ folder }));

async function load(store: EventStore): Promise<void> {
  await Promise.all(Array.from({ length: writers }, (_, index) => write(store, `writer-${index}`)));
}

/** Appends one, two and three events in turn, for ever. */
async function write(store: EventStore, stream: string): Promise<void> {
  let revision = (await all(store.readStream(stream))).length - 1;
  for (let turn = 0; process.connected; turn += 1) {
    const of = 1 + (turn % 3);
    const first = revision + 1;
    const events = Array.from({ length: of }, (_, part) => ({
      id: `${stream}/${first + part}`,
      type: 'test.Written.v1',
      bytes: new TextEncoder().encode(JSON.stringify({ part, of, ballast: 'x'.repeat(800) })),
      mac: '',
    }));
    const answer = await store.append(stream, revision, events);
    revision = answer.revision;
    process.send?.({ stream, revision, position: answer.position } satisfies Acknowledgement);
  }
}
