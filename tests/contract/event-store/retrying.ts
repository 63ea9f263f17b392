import type { EventStore, StoredEvent } from '@sillok/event-store';
import { hasCode } from '@sillok/kernel';
import { expect, test } from 'vitest';
import type { OpenStore } from './samples.ts';
import { all, opened, someEvent, someEvents } from './samples.ts';

export function retrying(open: OpenStore): void {
  test('happens once although its reply was lost and another wrote in between', async () => {
    await using store = await opened(open);
    await store.log.append('case-1', -1, someEvents(1));
    await withoutReply(handle(store.log, 'case-1', 'command-1'));
    await store.log.append('case-1', 1, someEvents(3));
    expect(await handle(store.log, 'case-1', 'command-1')).toEqual({ revision: 1, isNew: false });
    expect(await timesApplied(store.log, 'case-1', 'command-1')).toBe(1);
    expect(await all(store.log.readStream('case-1'))).toHaveLength(5);
  });

  test('happens once although it was tried again before the first try was answered', async () => {
    await using store = await opened(open);
    const tries = Array.from({ length: 20 }, () => handle(store.log, 'case-1', 'command-1'));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
    expect(answers.map((answer) => answer.revision)).toEqual(answers.map(() => 0));
    expect(await timesApplied(store.log, 'case-1', 'command-1')).toBe(1);
  });

  test('happens once each, however many commands crowd one stream', async () => {
    await using store = await opened(open);
    const commands = Array.from({ length: 12 }, (_, index) => `command-${index}`);
    await Promise.all([...commands, ...commands].map((command) => handle(store.log, 'case-1', command)));
    const applied = (await all(store.log.readStream('case-1'))).map(commandOf);
    expect(applied).toHaveLength(12);
    expect(new Set(applied)).toEqual(new Set(commands));
  });
}

interface Answer {
  readonly revision: number;
  readonly isNew: boolean;
}

/** What every handler does: load, answer what was applied before, else append at precisely the loaded revision. */
async function handle(log: EventStore, stream: string, command: string): Promise<Answer> {
  const history = await all(log.readStream(stream));
  const before = applied(history).get(command);
  if (before !== undefined) return { revision: before, isNew: false };
  try {
    const result = await log.append(stream, history.length - 1, [someEvent({ command })]);
    return { revision: result.revision, isNew: true };
  } catch (error) {
    if (!hasCode(error, 'EVENT_STORE_WRONG_REVISION')) throw error;
    return handle(log, stream, command);
  }
}

/** The fold that remembers: command → revision at which it was applied. */
function applied(history: readonly StoredEvent[]): ReadonlyMap<string, number> {
  return new Map(
    history.flatMap((event) => {
      const command = commandOf(event);
      return command === undefined ? [] : [[command, event.revision]];
    }),
  );
}

function commandOf(event: StoredEvent): string | undefined {
  return JSON.parse(new TextDecoder().decode(event.bytes)).note?.command;
}

async function withoutReply(doing: Promise<unknown>): Promise<void> {
  await doing;
}

async function timesApplied(log: EventStore, stream: string, command: string): Promise<number> {
  return (await all(log.readStream(stream))).filter((event) => commandOf(event) === command).length;
}
