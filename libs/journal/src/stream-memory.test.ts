import type { EventStore } from '@sillok/event-store';
import { defineEvent } from '@sillok/schemas/vocabulary/event-definition';
import { testLog } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catchUp, emptyMemory } from './stream-memory.ts';

const ticked = defineEvent('records.Ticked.v1', z.strictObject({}));
const ticks = {
  initialState: 0,
  decide: () => [
    { type: ticked.type, data: {} },
    { type: ticked.type, data: {} },
  ],
  evolve: (count: number) => count + 1,
};

describe('catchUp', () => {
  it('never forgets a part of a command while a slower reader comes after a quicker one', async () => {
    const log = testLog({ definitions: [ticked] });
    const command = log.command('a');
    await log.journal('records').execute(ticks, 'tick-1', undefined, command);
    const shared = emptyMemory(ticks.initialState);
    const slow = pausedAfterFirst(log.store);
    const slowly = catchUp(slow.store, log.catalogue, 'tick-1', ticks, shared);
    await slow.paused;
    await catchUp(log.store, log.catalogue, 'tick-1', ticks, shared);
    expect(shared.commands.get(command.commandId)).toMatchObject({ fromRevision: 0, toRevision: 1 });
    slow.goOn();
    expect(await slowly).toMatchObject({ state: 2, revision: 1 });
    const late = pausedAfterFirst(log.store);
    const lately = catchUp(late.store, log.catalogue, 'tick-1', ticks, shared);
    await late.paused;
    expect(shared.commands.get(command.commandId)).toMatchObject({ fromRevision: 0, toRevision: 1 });
    late.goOn();
    await lately;
  });
});

function pausedAfterFirst(store: EventStore) {
  const reached = Promise.withResolvers<void>();
  const allowed = Promise.withResolvers<void>();
  return {
    paused: reached.promise,
    goOn: allowed.resolve,
    store: {
      ...store,
      async *readStream(stream: string, from?: number) {
        let count = 0;
        for await (const event of store.readStream(stream, from)) {
          yield event;
          count += 1;
          if (count > 1) continue;
          reached.resolve();
          await allowed.promise;
        }
      },
    },
  };
}
