import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@sillok/event-store/sqlite';
import { canonicalBytes, standingClock } from '@sillok/kernel';
import { macOf } from '@sillok/key-vault';
import { createSequencer, noteSigner, verifyExport } from '@sillok/ledger';
import { expect, onTestFinished, test } from 'vitest';

const key = new Uint8Array(32).fill(9);
const signingKey = noteSigner({ name: 'log.example', privateKey: generateKeyPairSync('ed25519').privateKey });

function eventsOf(stream: string, from: number, count: number) {
  return Array.from({ length: count }, (_, place) => {
    const envelope = { id: `${stream}/${from + place}`, type: 'work.TaskTaken.v1', stream, revision: from + place };
    const bytes = canonicalBytes({ ...envelope, data: {} });
    return { id: envelope.id, type: envelope.type, bytes, mac: macOf(key, bytes) };
  });
}

test('a ledger over the log in SQLite keeps step with it over restarts of both, and its export verifies', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-ledger-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const alarms: unknown[] = [];
  for (const round of [0, 1, 2]) {
    const store = sqliteEventStore({ file: join(folder, 'log.sqlite') });
    const sequencer = createSequencer({
      store,
      file: join(folder, 'ledger.sqlite'),
      origin: 'log.example',
      signingKey,
      clock: standingClock('2026-03-02T01:02:03.000Z'),
      macKeyOf: () => key,
      onAlarm: (error) => alarms.push(error),
      patience: 30_000,
    });
    const streams = ['task-a', 'task-b', 'task-c'];
    await Promise.all(streams.map((stream) => store.append(stream, round * 40 - 1, eventsOf(stream, round * 40, 40))));
    await Promise.all(streams.map((stream) => sequencer.integrated(`${stream}/${round * 40 + 39}`)));
    const { note, size } = await sequencer.checkpoint();
    expect(size).toBe((round + 1) * 120);
    const lines: Uint8Array[] = [];
    for await (const { bytes } of store.readAll()) lines.push(bytes);
    const leafHashes = sequencer.leafHashes(0, size);
    const questions = verifyExport({ lines, leafHashes, checkpoint: note, verifierKey: signingKey.verifierKey });
    expect(questions.map((one) => one.verdict)).toEqual(['passed', 'passed', 'passed']);
    await sequencer.close();
    await store.close();
  }
  expect(alarms).toEqual([]);
});
