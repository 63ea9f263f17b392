import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalBytes } from '@sillok/kernel';
import { leafHash } from '@sillok/ledger';
import { startProjection } from '@sillok/projections';
import { defineEvent } from '@sillok/schemas/vocabulary/event-definition';
import { testLog } from '@sillok/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordStreams } from '../projections/record-streams.ts';
import { isWholeStream, streamsOfRecord } from './streams-of-record.ts';

const noted = defineEvent('records.Noted.v1', z.strictObject({ documentId: z.string().optional() }));
const [ours, theirs] = ['document-00001', 'document-00002'];

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function house() {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-streams-'));
  const { store, catalogue } = testLog({ definitions: [noted] });
  const projection = startProjection(recordStreams, {
    folder,
    store,
    catalogue,
    open: async () => ({}),
    onAlarm: () => undefined,
  });
  cleanUps.push(async () => {
    await projection.stop();
    await rm(folder, { recursive: true });
  });
  const revisions = new Map<string, number>();
  let count = 0;
  async function say(stream: string, documentId?: string) {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    count += 1;
    const id = `event-${String(count).padStart(5, '0')}`;
    const said = { actor: 'person-00001', commandId: id, commandMac: 'ab', correlationId: id, causationId: id };
    const data = documentId === undefined ? {} : { documentId };
    const place = { id, type: noted.type, stream, revision };
    const bytes = canonicalBytes({ ...place, ...said, log: 'mois', recordedAt: '2026-03-02T00:00:00.000Z', data });
    const { position } = await store.append(stream, revision - 1, [{ id, type: noted.type, bytes, mac: '' }]);
    return { position, leaf: Buffer.from(leafHash(bytes)).toString('hex') };
  }
  return { context: { store, recordStreams: projection }, say };
}

describe('streamsOfRecord', () => {
  it('lists each stream that names the record, in the order of the log, with its last event and that one’s leaf', async () => {
    const { context, say } = await house();
    await say(`draft-${ours}`, ours);
    await say('register-2026', theirs);
    const filed = await say('register-2026', ours);
    const drafted = await say(`draft-${ours}`, ours);
    await say('register-2026', theirs);
    const kept = await say('folder-00001', ours);
    const { position, leaf } = await say(`record-${ours}`, ours);
    expect(await streamsOfRecord(context, ours, position)).toEqual([
      { stream: `draft-${ours}`, whole: true, events: 2, revision: 1, leaf: drafted.leaf },
      { stream: 'register-2026', whole: false, events: 1, revision: 1, leaf: filed.leaf },
      { stream: 'folder-00001', whole: false, events: 1, revision: 0, leaf: kept.leaf },
      { stream: `record-${ours}`, whole: true, events: 1, revision: 0, leaf },
    ]);
  });

  it('counts every event of a stream that is of this record alone, also one that does not name it', async () => {
    const { context, say } = await house();
    await say('incoming-00001');
    const { position, leaf } = await say('incoming-00001', ours);
    const [incoming] = await streamsOfRecord(context, ours, position);
    expect(incoming).toEqual({ stream: 'incoming-00001', whole: true, events: 2, revision: 1, leaf });
  });

  it('has read what was just written before it answers', async () => {
    const { context, say } = await house();
    for (let count = 0; count < 700; count += 1) await say('register-2026', ours);
    await say(`record-${ours}`, ours);
    const [register] = await streamsOfRecord(context, ours);
    expect(register).toMatchObject({ events: 700, revision: 699 });
  });

  it('lists nothing of a record of which nothing was said', async () => {
    const { context, say } = await house();
    const { position } = await say(`record-${ours}`, ours);
    expect(await streamsOfRecord(context, theirs, position)).toEqual([]);
  });
});

describe('isWholeStream', () => {
  it.each([
    ['approval_case-document-00001', true],
    ['circulation-document-00001', true],
    ['paper-document-00001', true],
    ['dispatch-0001', true],
    ['outbox-mopa', false],
    ['register-1-2026-register', false],
    ['folder-00001', false],
  ])('says of %s: %s', (stream, isWhole) => {
    expect(isWholeStream(stream)).toBe(isWhole);
  });
});
