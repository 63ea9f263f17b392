import { createDirectoryReader } from '@sillok/authority';
import { questionsOfAuthorityStatement } from '@sillok/evidence';
import { worstOf } from '@sillok/kernel';
import { inMemoryObjectStore } from '@sillok/object-store/in-memory';
import { type DirectoryAct, directoryEvents } from '@sillok/schemas/events/directory/all';
import { signedBy, signedStatements } from '@sillok/schemas/statements/authority-statement';
import { createInstitutionContents } from '@sillok/service-context';
import { softwareSigner } from '@sillok/signatures';
import { testLog, testPki } from '@sillok/test-support';
import { expect, it } from 'vitest';
import { foundingDirectory } from './founding-directory.ts';

const { seal } = testPki();

function setUp() {
  const log = testLog({ definitions: directoryEvents });
  const { store, catalogue, clock } = log;
  const journal = log.journal('directory');
  const objects = inMemoryObjectStore();
  const institutionContents = createInstitutionContents(log.vault, objects);
  const found = foundingDirectory(
    {
      institutionId: 'mois',
      journal,
      catalogue,
      institutionContents,
      directory: createDirectoryReader({ store, catalogue, open: journal.open }),
      clock,
      signer: softwareSigner({ keys: { get: () => seal } }),
      newestCheckpoint: () => undefined,
    },
    { keyId: 'seal', controlClass: 'demo-software', institution: '행정안전부', language: 'ko' },
  );
  const counted = async (items: AsyncIterable<unknown>) => {
    let count = 0;
    for await (const _ of items) count += 1;
    return count;
  };
  return {
    found,
    journal,
    institutionContents,
    counts: async () => ({ events: await counted(store.readAll()), objects: await counted(objects.list()) }),
  };
}

function enrolled(index: number, name = `사람 ${index}`): DirectoryAct {
  const personId = `person-${String(index).padStart(4, '0')}`;
  return { type: 'directory.PersonEnrolled.v1', data: { personId, subject: personId }, sealed: { name } };
}

it('signs two hundred acts into one object, and twice what is there already into none', async () => {
  const { found, counts } = setUp();
  const acts = Array.from({ length: 201 }, (_, index) => enrolled(index));
  await found(acts.slice(0, 3));
  expect(await counts()).toEqual({ events: 3, objects: 1 });
  await found(acts);
  expect(await counts()).toEqual({ events: 201, objects: 2 });
  await found(acts);
  expect(await counts()).toEqual({ events: 201, objects: 2 });
});

it('states values as the event has them, whatever space stood around them', async () => {
  const { found, journal, institutionContents } = setUp();
  await found([enrolled(1, '  김하나 ')]);
  const [event] = await journal.eventsOf('person-person-0001');
  if (event === undefined) throw new Error('no event');
  const opened = await journal.open(event);
  expect(opened).toEqual({ name: '김하나' });
  const { address, index } = signedBy.parse(event.envelope.data['signedBy']);
  const kept = new TextDecoder().decode(await institutionContents.get('statements', address));
  const bytes = new TextEncoder().encode(signedStatements.parse(JSON.parse(kept))[index]?.statement);
  expect(worstOf(questionsOfAuthorityStatement(event.envelope, bytes, opened))).toBe('passed');
});

it('refuses an act that differs from the one that was entered under its name, before anything is signed', async () => {
  const { found, counts } = setUp();
  await found([enrolled(1)]);
  await expect(found([enrolled(2), enrolled(1, '다른 이름')])).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  });
  expect(await counts()).toEqual({ events: 1, objects: 1 });
});
