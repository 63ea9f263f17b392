import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, EventToAppend } from '@sillok/event-store';
import { inMemoryEventStore } from '@sillok/event-store/in-memory';
import { canonicalBytes, standingClock } from '@sillok/kernel';
import { macOf } from '@sillok/key-vault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leafHash } from './hashing.ts';
import { noteSigner } from './note-signer.ts';
import { openProof } from './proof.ts';
import { createSequencer, type Sequencer, type SequencerOptions } from './sequencer.ts';
import { openCheckpoint } from './signed-checkpoint.ts';
import { verifyExport } from './verify-export.ts';
import { verifyConsistency } from './verify-tree.ts';

const origin = 'ministry.example/ledger';
const signingKey = noteSigner({ name: origin, privateKey: generateKeyPairSync('ed25519').privateKey });
const verifierKeys = [signingKey.verifierKey];
const macKey = new Uint8Array(32).fill(7);
const clock = standingClock('2026-03-02T01:02:03.000Z');

let folder: string;
let store: EventStore;
let open: Sequencer[];
let alarms: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-ledger-'));
  store = inMemoryEventStore();
  open = [];
  alarms = [];
});

afterEach(async () => {
  for (const sequencer of open) await sequencer.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function start(more: Partial<SequencerOptions> = {}): Sequencer {
  const sequencer = createSequencer({
    store,
    file: join(folder, 'ledger.sqlite'),
    origin,
    signingKey,
    clock,
    macKeyOf: (stream) => (stream.startsWith('draft-') ? macKey : undefined),
    onAlarm: (error) => alarms.push(error),
    patience: 5_000,
    ...more,
  });
  open.push(sequencer);
  return sequencer;
}

function eventOf(stream: string, revision: number, note = ''): EventToAppend {
  const id = `${stream}/${revision}`;
  const type = 'drafting.DraftSaved.v1';
  const bytes = canonicalBytes({ id, type, stream, revision, data: { note } });
  return { id, type, bytes, mac: macOf(macKey, bytes) };
}

async function append(stream: string, from: number, to: number, note = ''): Promise<void> {
  const events = Array.from({ length: to - from }, (_, place) => eventOf(stream, from + place, note));
  await store.append(stream, from - 1, events);
}

async function lines(): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const event of store.readAll()) all.push(event.bytes);
  return all;
}

async function halted(sequencer: Sequencer): Promise<unknown> {
  await expect.poll(() => alarms.length).toBe(1);
  await expect(sequencer.checkpoint()).rejects.toBe(alarms[0]);
  await expect(sequencer.integrated('draft-a/999')).rejects.toBe(alarms[0]);
  return alarms[0];
}

describe('the sequencer', () => {
  test('integrates what is there and what comes, in the order of the log', async () => {
    await append('draft-a', 0, 3);
    const sequencer = start();
    await sequencer.integrated('draft-a/2');
    await append('draft-b', 0, 2);
    await append('draft-a', 3, 4);
    await sequencer.integrated('draft-a/3');
    expect(sequencer.size).toBe(6);
    expect(sequencer.leafHashes(0, 6)).toEqual((await lines()).map(leafHash));
    expect(sequencer.leafHashes(2, 4)).toEqual((await lines()).slice(2, 4).map(leafHash));
    expect(alarms).toEqual([]);
  });

  test('signs checkpoints that only grow, each the beginning of the next', async () => {
    const sequencer = start();
    expect(sequencer.newestCheckpoint()).toBeUndefined();
    await append('draft-a', 0, 3);
    await sequencer.integrated('draft-a/2');
    const first = await sequencer.checkpoint();
    expect(await sequencer.checkpoint()).toEqual(first);
    await append('draft-a', 3, 8);
    await sequencer.integrated('draft-a/7');
    expect(sequencer.newestCheckpoint()).toEqual(first);
    const second = await sequencer.checkpoint();
    expect(openCheckpoint(second.note, verifierKeys, origin)).toMatchObject({ size: 8, root: second.root });
    const proof = sequencer.consistency(3, 8);
    expect(verifyConsistency({ from: 3, to: 8, fromRoot: first.root, toRoot: second.root, proof })).toBe(true);
  });

  test('adds the lines of further keys', async () => {
    const lasting = noteSigner({ name: origin, privateKey: generateKeyPairSync('ml-dsa-44').privateKey });
    const { note } = await start({ furtherKeys: [lasting] }).checkpoint();
    const { signedBy, size } = openCheckpoint(note, [...verifierKeys, lasting.verifierKey]);
    expect(size).toBe(0);
    expect(signedBy.map((one) => one.signedAt)).toEqual([undefined, clock.now()]);
  });

  test('proves each event against the newest checkpoint that has it', async () => {
    await append('draft-a', 0, 5);
    const sequencer = start();
    await sequencer.integrated('draft-a/4');
    const [, , third = new Uint8Array(0)] = (await lines()).map(leafHash);
    const proof = await sequencer.proofFor('draft-a/2');
    expect(openProof({ proof, leafHash: third, verifierKeys, origin })).toMatchObject({ index: 2 });
    await append('draft-a', 5, 6);
    await sequencer.integrated('draft-a/5');
    expect(await sequencer.proofFor('draft-a/2')).toBe(proof);
    const newer = await sequencer.proofFor('draft-a/5');
    const sixth = leafHash((await lines())[5] ?? new Uint8Array(0));
    expect(openProof({ proof: newer, leafHash: sixth, verifierKeys }).checkpoint.size).toBe(6);
    await expect(sequencer.proofFor('draft-z/0')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('exports what verifies', async () => {
    await append('draft-a', 0, 700);
    const sequencer = start();
    await sequencer.integrated('draft-a/699');
    const { note, size } = await sequencer.checkpoint();
    const exported = { lines: await lines(), leafHashes: sequencer.leafHashes(0, size), checkpoint: note };
    const questions = verifyExport({ ...exported, verifierKey: signingKey.verifierKey });
    expect(questions.map((one) => one.verdict)).toEqual(['passed', 'passed', 'passed']);
  });

  test('goes on after a restart from where it was', async () => {
    await append('draft-a', 0, 3);
    const before = start();
    await before.integrated('draft-a/2');
    const first = await before.checkpoint();
    await before.close();
    await append('draft-a', 3, 5);
    const after = start();
    await after.integrated('draft-a/4');
    await after.integrated('draft-a/0');
    expect(after.size).toBe(5);
    expect(after.newestCheckpoint()).toEqual(first);
    expect(after.leafHashes(0, 5)).toEqual((await lines()).map(leafHash));
    expect(alarms).toEqual([]);
  });

  test('is made anew from the log with the same root', async () => {
    await append('draft-a', 0, 30);
    const [one, other] = [start(), start({ file: join(folder, 'other.sqlite') })];
    for (const each of [one, other]) await each.integrated('draft-a/29');
    expect((await one.checkpoint()).note).toBe((await other.checkpoint()).note);
  });

  test('answers COMMAND_PENDING when an event does not come, and the end when it closes', async () => {
    const sequencer = start({ patience: 10 });
    await expect(sequencer.integrated('draft-a/0')).rejects.toMatchObject({ code: 'COMMAND_PENDING' });
    const patient = start({ file: join(folder, 'other.sqlite') });
    const waiting = expect(patient.integrated('draft-a/0')).rejects.toMatchObject({ code: 'EVENT_STORE_CLOSED' });
    await patient.close();
    await waiting;
    expect(alarms).toEqual([]);
  });

  test.each<[string, string, EventToAppend]>([
    ['without a MAC', 'draft-a', { ...eventOf('draft-a', 1), mac: '' }],
    ['under the MAC of other bytes', 'draft-a', { ...eventOf('draft-a', 1), mac: eventOf('draft-a', 2).mac }],
    ['on a stream that nobody owns', 'register-a', eventOf('register-a', 0)],
    ['a second time', 'draft-a', eventOf('draft-a', 0)],
    ['on another stream', 'draft-b', { ...eventOf('draft-a', 0) }],
    ['under another id', 'draft-a', { ...eventOf('draft-a', 1), id: 'another' }],
    ['under another type', 'draft-a', { ...eventOf('draft-a', 1), type: 'drafting.DraftSubmitted.v1' }],
  ])('halts and alarms when an event is appended %s', async (_how, stream, event) => {
    await append('draft-a', 0, 1);
    const sequencer = start();
    await sequencer.integrated('draft-a/0');
    await store.append(stream, stream === 'draft-a' ? 0 : -1, [event]);
    expect(await halted(sequencer)).toMatchObject({ code: 'LEDGER_FOREIGN_APPEND', details: { stream } });
    await append('draft-c', 0, 1);
    expect(sequencer.size).toBe(1);
  });

  test('still integrates what came before a foreign event, and proves only what was signed', async () => {
    await append('draft-a', 0, 3);
    const before = start();
    await before.integrated('draft-a/2');
    await before.checkpoint();
    await before.close();
    await append('draft-a', 3, 5);
    await store.append('register-a', -1, [eventOf('register-a', 0)]);
    const sequencer = start();
    await halted(sequencer);
    expect(sequencer.size).toBe(5);
    expect(await sequencer.proofFor('draft-a/0')).toContain(origin);
    await expect(sequencer.proofFor('draft-a/4')).rejects.toBe(alarms[0]);
  });

  test.each([
    ['holds another event', async () => append('draft-a', 0, 3, 'changed')],
    ['holds them in another order', async () => [await append('draft-b', 0, 1), await append('draft-a', 0, 3)]],
    ['lost its last event', async () => append('draft-a', 0, 2)],
  ])('halts and alarms when the log %s after a restart', async (_how, rewrite) => {
    await append('draft-a', 0, 3);
    const before = start();
    await before.integrated('draft-a/2');
    await before.close();
    await store.close();
    store = inMemoryEventStore();
    await rewrite();
    expect(await halted(start())).toMatchObject({ code: 'LEDGER_FOREIGN_APPEND' });
  });

  test('halts and alarms when its own file contradicts what it signed', async () => {
    await append('draft-a', 0, 3);
    const before = start();
    await before.integrated('draft-a/2');
    await before.checkpoint();
    await before.close();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
    database.exec('DELETE FROM leaf WHERE id = 2');
    database.close();
    expect(await halted(start())).toMatchObject({ code: 'LEDGER_CHECKPOINT_INVALID' });
  });
});
