import { isRefusal, refusalAsError } from '@sillok/kernel';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { folderOpened } from '@sillok/schemas/events/records/folder-opened';
import { folderPlaceMoved } from '@sillok/schemas/events/records/folder-place-moved';
import { receiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { testLog } from '@sillok/test-support';
import { afterEach, describe, expect, it } from 'vitest';
import type { CloseFolder } from '../folder/commands/close-folder.ts';
import { folderDecider, folderStream } from '../folder/decide.ts';
import { registerDecider, registerStream } from '../register/decide.ts';
import { whenRecordRegisteredMoveFolderPlace } from './when-record-registered-move-folder-place.ts';

const folderId = 'folder-00001';
const register = { scope: '1741000', year: 2026, book: 'register' };
const folder = { folderId, unitId: 'unit-1-a', unitTaskId: 'task-0001', year: 2026, retention: '10', multiYear: false };
const law = { on: '2026-12-31', start: '2027-01-01', periods: [], packDigest: '0'.repeat(64) };

const running: { stop(): Promise<void> }[] = [];
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())));

function house() {
  const definitions = [folderOpened, folderClosed, folderPlaceMoved, recordRegistered, receiptRegistered];
  const log = testLog({ definitions });
  const journal = log.journal('records');
  const react = () => {
    const { store, catalogue } = log;
    const reaction = whenRecordRegisteredMoveFolderPlace({ store, catalogue, journal, onAlarm: () => undefined });
    running.push(reaction);
    return reaction;
  };
  const on = async (command: Parameters<typeof folderDecider.decide>[0], key: string) => {
    const outcome = await journal.execute(folderDecider, folderStream(folderId), command, log.command(key));
    if (isRefusal(outcome)) throw refusalAsError(outcome);
  };
  const close = (number: number): CloseFolder => ({
    type: 'CloseFolder',
    folderId,
    law,
    place: number === 0 ? [] : [{ ...register, number }],
  });
  return {
    react,
    open: () => on({ type: 'OpenFolder', folder, title: '철' }, 'open'),
    close: (number: number) => on(close(number), 'close'),
    number: (documentId: string) =>
      journal.execute(registerDecider, registerStream(register), registration(documentId), log.command(documentId)),
    async folderSays() {
      const events = await journal.eventsOf(folderStream(folderId));
      const state = await journal.stateOf(folderDecider, folderStream(folderId));
      return {
        types: events.map(({ type }) => type.split('.')[1]),
        place: state.status === 'none' ? undefined : state.closed?.place,
      };
    },
  };
}

function registration(documentId: string) {
  return {
    type: 'RegisterRecord' as const,
    record: {
      documentId,
      register,
      folderId,
      unitId: 'unit-1-a',
      establishmentEventId: `established-${documentId}`,
      establishedAt: '2026-12-31T14:59:59.000Z',
      classification: {
        form: 'general-draft',
        language: 'ko' as const,
        unitTaskId: 'task-0001',
        folderId,
        matter: 'routine',
        disclosure: { class: 'open' as const, grounds: [] },
        important: false,
      },
      textAddress: '1'.repeat(64),
      paperAddress: '2'.repeat(64),
    },
    openingNumber: 0,
    displayPattern: '{number}',
    title: '제목',
  };
}

describe('a folder that closes while a document comes into being', () => {
  it('has it all the same when it is numbered just after, and says at which place it ends then', async () => {
    const one = house();
    await one.open();
    const reaction = one.react();
    await one.number('document-00001');
    await one.close(1);
    await one.number('document-00002');
    await reaction.settled();
    expect(await one.folderSays()).toEqual({
      types: ['FolderOpened', 'FolderClosed', 'FolderPlaceMoved'],
      place: [{ ...register, number: 2 }],
    });
  });

  it('is put right when its closing did not know the last number yet', async () => {
    const one = house();
    await one.open();
    await one.number('document-00001');
    await one.number('document-00002');
    const reaction = one.react();
    await reaction.settled();
    await one.close(0);
    await reaction.settled();
    expect((await one.folderSays()).place).toEqual([{ ...register, number: 2 }]);
  });

  it('says it once, however often the log is read', async () => {
    const one = house();
    await one.open();
    await one.close(0);
    await one.number('document-00001');
    await one.react().settled();
    await one.react().settled();
    expect((await one.folderSays()).types).toEqual(['FolderOpened', 'FolderClosed', 'FolderPlaceMoved']);
  });
});
