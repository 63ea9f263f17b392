import type { Alarm } from '@sillok/jobs';
import { type DocumentEstablished, documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { testLog } from '@sillok/test-support';
import { afterEach, expect, it, vi } from 'vitest';
import { registerDecider, registerStream } from '../register/decide.ts';
import { whenDocumentEstablishedWatchNumbering } from './when-document-established-watch-numbering.ts';

const register = { scope: '1740201', year: 2014, book: 'register' };
const address = 'a'.repeat(64);
const classification = {
  form: 'simple-draft',
  language: 'ko' as const,
  unitTaskId: 'task-transfer',
  folderId: 'folder-transfer',
  matter: 'routine',
  disclosure: { class: 'open' as const, grounds: [] },
  important: false,
};

function established(documentId: string): DocumentEstablished {
  return {
    type: documentEstablished.type,
    data: {
      documentId,
      at: '2014-03-03T00:00:00.000Z',
      version: 1,
      unitId: 'unit-policy',
      drafterId: 'person-drafter',
      approverId: 'person-approver',
      outgoing: false,
      classification,
      register,
      textAddress: address,
      paperAddress: address,
      manifestAddress: address,
      packDigest: address,
    },
    sealed: { title: 'T', paperDigest: address },
  };
}

const establishing = {
  initialState: {},
  decide: (documentId: string) => [established(documentId)],
  evolve: (state: object) => state,
};

afterEach(() => vi.useRealTimers());

it('row 16: raises an alarm for an establishment that nobody numbers for five seconds, and for no other', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const log = testLog({ definitions: [documentEstablished, recordRegistered] });
  const alarms: Alarm[] = [];
  const watch = whenDocumentEstablishedWatchNumbering({ ...log, onAlarm: (alarm) => void alarms.push(alarm) });
  const [approval, records] = [log.journal('approval'), log.journal('records')];
  for (const documentId of ['document-numbered', 'document-forgotten']) {
    await approval.execute(establishing, `approval_case-${documentId}`, documentId, log.command(documentId));
  }
  await records.execute(
    registerDecider,
    registerStream(register),
    {
      type: 'RegisterRecord',
      record: {
        documentId: 'document-numbered',
        register,
        folderId: classification.folderId,
        unitId: 'unit-policy',
        establishmentEventId: 'event',
        establishedAt: '2014-03-03T00:00:00.000Z',
        classification,
        textAddress: address,
        paperAddress: address,
      },
      openingNumber: 0,
      displayPattern: '{number}',
      title: 'T',
    },
    log.command('register'),
  );
  await watch.settled();
  vi.advanceTimersByTime(4_999);
  expect(alarms).toEqual([]);
  vi.advanceTimersByTime(60_000);
  await watch.stop();
  expect(alarms.map(({ message }) => message)).toEqual(['number pending for document-forgotten']);
});
