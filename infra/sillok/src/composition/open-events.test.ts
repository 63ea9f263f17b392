import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEvents } from './open-events.ts';

const institutionId = 'ministry';
const events = 'esdb://127.0.0.1:2113?tls=false';

test('a folder whose log lies in it is refused a server', async () => {
  const folder = await temporaryFolder();
  await openEvents({ folder, institutionId }).close();
  expect(() => openEvents({ folder, institutionId, events })).toThrow(
    expect.objectContaining({ code: 'DATA_FOLDER_OTHER_STORE' }),
  );
  await openEvents({ folder, institutionId }).close();
});

test('a folder whose log lies on a server is not begun anew without it', async () => {
  const folder = await temporaryFolder();
  await openEvents({ folder, institutionId, events }).close();
  expect(() => openEvents({ folder, institutionId })).toThrow(
    expect.objectContaining({ code: 'DATA_FOLDER_OTHER_STORE' }),
  );
  await openEvents({ folder, institutionId, events }).close();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-open-events-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
