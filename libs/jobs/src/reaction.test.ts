import type { RecordedEvent } from '@sillok/journal';
import { SillokError } from '@sillok/kernel';
import { defineEvent } from '@sillok/schemas/vocabulary/event-definition';
import { type TestLog, testLog } from '@sillok/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Alarm } from './follow.ts';
import { type Running, startReaction } from './reaction.ts';

const noted = defineEvent('records.Noted.v1', z.strictObject({ note: z.string() }));
const ignored = defineEvent('records.Ignored.v1', z.strictObject({}));
const notes = {
  initialState: undefined,
  decide: (note: string) => [{ type: noted.type, data: { note } }],
  evolve: () => undefined,
};
const other = { ...notes, decide: () => [{ type: ignored.type, data: {} }] };

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

function setUp(
  react: (note: string) => Promise<void> | void,
  log: TestLog = testLog({ definitions: [noted, ignored] }),
) {
  const alarms: Alarm[] = [];
  const seen: string[] = [];
  const reaction = startReaction({
    name: 'when-noted',
    store: log.store,
    catalogue: log.catalogue,
    filter: { typePrefixes: ['records.Noted.'] },
    onAlarm: (alarm) => alarms.push(alarm),
    async react(event: RecordedEvent) {
      const { note } = noted.data.parse(event.data);
      await react(note);
      seen.push(note);
    },
  });
  running.push(reaction);
  const journal = log.journal('records');
  const note = (text: string) => journal.execute(notes, `note-${text}`, text, log.command(text));
  return {
    log,
    alarms,
    seen,
    reaction,
    note,
    ignore: () => journal.execute(other, 'other-1', undefined, log.command('o')),
  };
}

describe('reaction', () => {
  it('has settled when all that was in the log at the call is behind, also after it had caught up before', async () => {
    const { seen, reaction, note } = setUp(() => new Promise((resolve) => setImmediate(resolve)));
    await note('a');
    await reaction.settled();
    expect(seen).toEqual(['a']);
    await note('b');
    await note('c');
    await reaction.settled();
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('settles in an empty log and in one whose events are not for it', async () => {
    const { seen, reaction, ignore } = setUp(() => undefined);
    await reaction.settled();
    await ignore();
    await reaction.settled();
    expect(seen).toEqual([]);
  });

  it('tries again what failed and never leaves the order of the log', async () => {
    let failures = 1;
    const { seen, alarms, reaction, note } = setUp((text) => {
      if (text !== 'a' || failures === 0) return;
      failures -= 1;
      throw new Error('not now');
    });
    await note('a');
    await note('b');
    await reaction.settled();
    expect(seen).toEqual(['a', 'b']);
    expect(alarms.map(({ where, message }) => `${where}: ${message}`)).toEqual([
      'when-noted: records.Noted.v1 not handled, attempt 1',
    ]);
  });

  it('stops in the middle of trying again, without going on to the next event', async () => {
    const failed = Promise.withResolvers<void>();
    const { seen, reaction, note } = setUp(() => {
      failed.resolve();
      throw new Error('never');
    });
    await note('a');
    await note('b');
    await failed.promise;
    const settled = reaction.settled();
    await Promise.all([expect(settled).rejects.toMatchObject({ code: 'UNEXPECTED' }), reaction.stop()]);
    expect(seen).toEqual([]);
  });

  it('finishes what is under way before it has stopped', async () => {
    const begun = Promise.withResolvers<void>();
    const { seen, reaction, note } = setUp(async () => {
      begun.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    });
    await note('a');
    await begun.promise;
    await reaction.stop();
    expect(seen).toEqual(['a']);
  });

  it('reads the whole log again after a restart', async () => {
    const first = setUp(() => undefined);
    await first.note('a');
    await first.reaction.settled();
    const second = setUp(() => undefined, first.log);
    await second.reaction.settled();
    expect(second.seen).toEqual(['a']);
  });

  it('halts with an alarm at an event that it is too old for, and says so to who waits', async () => {
    const { log, note } = setUp(() => undefined);
    await note('a');
    const older = testLog({ definitions: [], store: log.store });
    const { alarms, seen, reaction } = setUp(() => undefined, older);
    await expect(reaction.settled()).rejects.toBeInstanceOf(SillokError);
    expect(seen).toEqual([]);
    expect(alarms).toEqual([
      {
        where: 'when-noted',
        message: 'reaction halted',
        error: expect.objectContaining({ code: 'EVENT_VERSION_UNKNOWN' }),
      },
    ]);
  });
});
