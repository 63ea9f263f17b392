import { randomBytes } from 'node:crypto';
import type { EventStore, EventToAppend } from '@sillok/event-store';
import { eventType } from './raw-log.ts';

/** A whole event of the size that ours have. */
export const sampleBytes = new TextEncoder().encode(JSON.stringify({ type: eventType, data: 'x'.repeat(950) }));

/** Many writers at once, each awaiting its answer, each with a stream of its own. */
export async function writeCrowd(store: EventStore, writers: number, turns: number): Promise<void> {
  await Promise.all(
    randomStreams(writers).map(async (stream) => {
      for (let turn = 0; turn < turns; turn += 1) await store.append(stream, turn - 1, [eventAt(stream, turn)]);
    }),
  );
}

/** One event to each of as many streams. */
export async function fillLog(store: EventStore, count: number): Promise<void> {
  const together = 2_000;
  for (let done = 0; done < count; done += together) {
    const names = randomStreams(Math.min(together, count - done));
    await Promise.all(names.map((stream) => store.append(stream, -1, [eventAt(stream, 0)])));
  }
}

/** Random names, for ordered ones flatter an index. */
export function randomStreams(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomBytes(16).toString('hex'));
}

function eventAt(stream: string, turn: number): EventToAppend {
  return { id: `${stream}-${turn}`, type: eventType, bytes: sampleBytes, mac: '' };
}
