import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffAt } from './support/house.ts';
import { type Ended, type Server, sillok, startServer, stopServer } from './support/sillok-process.ts';
import { memo } from './support/story.ts';

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillok-start-'));
  server = await startServer(join(folder, 'data'));
});
afterAll(async () => {
  await stopServer(server, 'SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const startIn = (name: string, ...more: readonly string[]) =>
  sillok('start', '--empty', '--port', '0', '--data', join(folder, name), ...more);

function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect(stderr).toMatch(/^sillok: [^\n]+\n$/);
  expect(stderr).toMatch(sentence);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

test('says that another process uses the folder, and leaves the folder where it is even when asked for a fresh one', async () => {
  expectSentence(await startIn('data'), /Another process uses the data folder/);
  expectSentence(await startIn('data', '--fresh'), /Another process uses the data folder/);
  expectSentence(await sillok('replay', '--data', join(folder, 'data')), /Another process uses the data folder/);
  expect((await readdir(folder)).filter((name) => name.startsWith('data'))).toEqual(['data']);
});

test('says that another program listens on the port', async () => {
  const asked = sillok('start', '--empty', '--port', String(server.port), '--data', join(folder, 'other'));
  expectSentence(await asked, /listens on this port/);
});

test.each([
  ['a newer format', 'format: 2\nmode: demo\nfounded: 2014-01-01\n', /newer version/],
  ['production', 'format: 1\nmode: production\nfounded: 2014-01-01\n', /never mix/],
  ['a damaged stamp', 'format', /damaged/],
])('says so of a folder of %s, and does not touch the institution', async (name, stamp, sentence) => {
  const institution = join(folder, name, 'mopa');
  await mkdir(institution, { recursive: true });
  await writeFile(join(institution, 'VERSION'), stamp);
  expectSentence(await startIn(name), sentence);
  expect(await readdir(institution)).toEqual(['VERSION']);
  expect(await readFile(join(institution, 'VERSION'), 'utf8')).toBe(stamp);
});

test('says so of a path that cannot be a folder', async () => {
  await writeFile(join(folder, 'file'), '');
  expectSentence(await startIn(join('file', 'data')), /ENOTDIR|EEXIST/);
});

test.each([
  ['SIGTERM', 1],
  ['SIGINT', 2],
] as const)(
  '%s, sent %i times in the middle of requests, ends with 0 and loses nothing that was answered',
  async (signal, times) => {
    const name = `${signal}-${times}`;
    const running = await startServer(join(folder, name));
    const staff = staffAt(running.port);
    await staff.openFolders();
    const first = await staff.live(memo('mopa', 'Answered'));
    const cut = staff.live(memo('mopa', 'Cut off')).catch(() => undefined);
    for (let sent = 0; sent < times; sent += 1) running.child.kill(signal);
    const { code, stdout, stderr } = await running.ended;
    await cut;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Sillok is ready: http:\/\/localhost:\d+\n/);

    const again = await startServer(join(folder, name));
    const record = await staffAt(again.port).sealed(memo('mopa', ''), first.documentId);
    expect(record.number).toBe('MOPA/2014/1');
    expect(await stopServer(again)).toMatchObject({ code: 0 });
  },
);
