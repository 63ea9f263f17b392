import type { EventStore } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import type { DirectoryAct } from '@sillok/schemas/events/directory/all';
import { directoryEvents } from '@sillok/schemas/events/directory/all';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { testLog } from '@sillok/test-support';
import { describe, expect, it } from 'vitest';
import { createDirectoryReader } from './directory-reader.ts';
import { absent, signed } from './testing/ministry.ts';

const enter = { initialState: undefined, decide: (act: DirectoryAct) => [signed(act)], evolve: () => undefined };
const close = {
  initialState: undefined,
  decide: () => [
    {
      type: folderClosed.type,
      data: {
        folderId: 'folder-00001',
        on: '2026-12-31',
        retention: '10',
        retentionStart: '2027-01-01',
        expiresOn: '2036-12-31',
        place: [],
        packDigest: '0'.repeat(64),
      },
    },
  ],
  evolve: () => undefined,
};

function setUp(store: EventStore = inMemoryEventStore()) {
  const log = testLog({ definitions: [...directoryEvents, folderClosed], store });
  const journal = log.journal('directory');
  const { catalogue } = log;
  const reader = createDirectoryReader({ store, catalogue, open: journal.open });
  let count = 0;
  return {
    log,
    reader,
    async enter(event: DirectoryAct) {
      count += 1;
      await journal.execute(enter, `entry-${count}`, event, log.command(`${count}`));
    },
  };
}

const enrolled: DirectoryAct = {
  type: 'directory.PersonEnrolled.v1',
  data: { personId: 'person-officer', subject: 'officer' },
  sealed: { name: '김하나' },
};

describe('directory reader', () => {
  it('knows at each asking all that the log says then', async () => {
    const { log, reader, enter: put } = setUp();
    expect((await reader.latest()).lastEventId).toBeUndefined();
    await put(enrolled);
    expect((await reader.latest()).persons.get('person-officer')?.name).toBe('김하나');
    await log.journal('records').execute(close, 'folder-1', undefined, log.command('close'));
    await put(absent('officer', ['second'], '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'));
    const asking = [reader.latest(), reader.latest(), reader.latest()];
    for (const state of await Promise.all(asking)) expect(state.absences).toHaveLength(1);
  });

  it('reads a person whose key is gone as a person without a name', async () => {
    const { log, reader, enter: put } = setUp();
    await put(enrolled);
    await log.vault.destroy('person:person-officer');
    expect((await reader.latest()).persons.get('person-officer')).toMatchObject({
      subject: 'officer',
      name: undefined,
    });
  });

  it("does not pass over everybody else's events again at each asking", async () => {
    const store = inMemoryEventStore();
    const afters: (string | undefined)[] = [];
    const watched: EventStore = {
      ...store,
      subscribe(options) {
        afters.push(options.after);
        return store.subscribe(options);
      },
    };
    const { log, reader } = setUp(watched);
    await log.journal('records').execute(close, 'folder-1', undefined, log.command('close'));
    await reader.latest();
    await reader.latest();
    expect(afters).toHaveLength(2);
    expect(afters[0]).toBeUndefined();
    expect(afters[1]).toBeDefined();
  });

  it('goes on from the same place after a reading that failed', async () => {
    const store = inMemoryEventStore();
    let failures = 1;
    const faulty: EventStore = {
      ...store,
      subscribe(options) {
        failures -= 1;
        if (failures === 0) throw new Error('not now');
        return store.subscribe(options);
      },
    };
    const { reader, enter: put } = setUp(faulty);
    await put(enrolled);
    await expect(reader.latest()).rejects.toThrow('not now');
    expect((await reader.latest()).persons.size).toBe(1);
  });
});
