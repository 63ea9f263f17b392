import { eventsOf, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { folderClosed } from '@sillok/schemas/events/records/folder-closed';
import { describe, expect, it } from 'vitest';
import type { CloseFolder } from './commands/close-folder.ts';
import { folderDecider, folderStream } from './decide.ts';
import type { Periods } from './retention.ts';

const { given } = specificationOf(folderDecider);
const folderId = 'folder-00001';
const documentId = 'document-00001';
const folder = {
  folderId,
  unitId: 'unit-division',
  unitTaskId: 'task-disclosure',
  year: 2026,
  retention: '10',
  multiYear: false,
};
const periods: Periods = [
  { id: 'permanent', name: '영구', years: null, action: 'keep' },
  { id: '30', name: '30년', years: 30, action: 'appraise' },
  { id: '10', name: '10년', years: 10, action: 'appraise' },
  { id: '5', name: '5년', years: 5, action: 'appraise' },
];
const place = { scope: '1741000', year: 2026, book: 'register', number: 7 };
const open = { type: 'OpenFolder', folder, title: '정보공개 청구 2026' } as const;
const opened = { type: 'records.FolderOpened.v1', data: folder } as const;
const close: CloseFolder = {
  type: 'CloseFolder',
  folderId,
  law: { on: '2026-12-31', start: '2027-01-01', periods, packDigest: '0'.repeat(64) },
  place: [place],
};
const [closed] = eventsOf(given(opened).when(close));
if (closed === undefined) throw new Error('not closed');
const longer = (retention: string) =>
  ({ type: 'KeepItemLonger', item: { folderId, documentId, retention }, reason: '소송 증거', periods }) as const;
const offer = { type: 'OfferTransfer', folderId, offeredBy: 'person-unit', on: '2027-03-02' } as const;
const offered = {
  type: 'records.TransferOffered.v1',
  data: { folderId, unitId: 'unit-division', offeredBy: 'person-unit', on: '2027-03-02' },
} as const;
const accept = {
  type: 'AcceptTransfer',
  folderId,
  acceptedBy: 'person-centre',
  on: '2027-03-03',
  dueBy: '2027-12-31',
} as const;
const transferred = {
  type: 'records.CustodyTransferred.v1',
  data: {
    folderId,
    from: 'unit',
    to: 'records-centre',
    offeredBy: 'person-unit',
    acceptedBy: 'person-centre',
    on: '2027-03-03',
    dueBy: '2027-12-31',
  },
} as const;

describe('folder', () => {
  it('opens once, its title sealed', () => {
    expect(given().when(open)).toEqual([{ ...opened, sealed: { title: '정보공개 청구 2026' } }]);
    expect(given(opened).when(open)).toEqual(refuse('already-exists', 'folderId'));
    expect(given(opened, closed).when(open)).toEqual(refuse('already-exists', 'folderId'));
  });

  it('closes once, and only if it is there', () => {
    expect(given(opened).when(close)).toEqual([
      {
        type: 'records.FolderClosed.v1',
        data: {
          folderId,
          on: '2026-12-31',
          retention: '10',
          retentionStart: '2027-01-01',
          expiresOn: '2036-12-31',
          place: [place],
          packDigest: '0'.repeat(64),
        },
      },
    ]);
    expect(folderClosed.data.parse(closed.data)).toEqual(closed.data);
    expect(given(opened, closed).when(close)).toEqual(refuse('folder-closed', 'folderId'));
    expect(given().when(close)).toEqual(refuse('folder-unknown', 'folderId'));
  });

  it('has a stream of its own', () => {
    expect(folderStream('folder-00001')).toBe('folder-folder-00001');
  });
});

describe('a document that has to be kept longer', () => {
  it('takes its folder with it', () => {
    const events = eventsOf(given(opened).when(longer('30')));
    expect(events).toEqual([
      {
        type: 'records.ItemKeptLonger.v1',
        data: { folderId, documentId, retention: '30' },
        sealed: { reason: '소송 증거' },
      },
    ]);
    const [end] = eventsOf(given(opened, ...events).when(close));
    expect(end?.data).toMatchObject({ retention: '30', expiresOn: '2056-12-31' });
  });

  it('is kept by a period of the pack, a longer one, and asked for while the folder is open', () => {
    expect(given(opened).when(longer('7'))).toMatchObject(refuse('input-invalid', 'retention'));
    expect(given(opened).when(longer('5'))).toEqual(refuse('nothing-changed', 'retention'));
    expect(given(opened).when(longer('10'))).toEqual(refuse('nothing-changed', 'retention'));
    expect(given(opened, closed).when(longer('30'))).toEqual(refuse('folder-closed', 'folderId'));
    expect(given().when(longer('30'))).toEqual(refuse('folder-unknown', 'folderId'));
  });
});

describe('the place at which a folder closed', () => {
  const moved = (number: number, year = 2026) =>
    ({ type: 'MoveFolderPlace', moved: { folderId, documentId, place: { ...place, year, number } } }) as const;

  it('moves for what was numbered behind it, register by register, and for nothing else', () => {
    expect(given(opened).when(moved(8))).toEqual([]);
    expect(given(opened, closed).when(moved(7))).toEqual([]);
    const events = eventsOf(given(opened, closed).when(moved(8)));
    expect(events).toEqual([{ type: 'records.FolderPlaceMoved.v1', data: moved(8).moved }]);
    expect(given(opened, closed, ...events).when(moved(8))).toEqual([]);
    expect(given(opened, closed, ...events).when(moved(1, 2027))).toHaveLength(1);
    expect(given().when(moved(8))).toEqual(refuse('folder-unknown', 'folderId'));
  });
});

describe('the custody of a folder', () => {
  it('is offered by one person once it is closed, and taken over by another', () => {
    expect(given(opened).when(offer)).toEqual(refuse('folder-not-closed', 'folderId'));
    expect(given(opened, closed).when(offer)).toEqual([offered]);
    expect(given(opened, closed, offered).when(offer)).toEqual(refuse('already-exists', 'folderId'));
    expect(given(opened, closed).when(accept)).toEqual(refuse('not-found', 'folderId'));
    const self = { ...accept, acceptedBy: 'person-unit' };
    expect(given(opened, closed, offered).when(self)).toEqual(refuse('not-permitted', 'person'));
    expect(given(opened, closed, offered).when(accept)).toEqual([transferred]);
  });

  it('leaves nothing to be decided where it was before', () => {
    const after = given(opened, closed, offered, transferred);
    for (const command of [close, longer('30'), offer, accept]) {
      expect(after.when(command)).toEqual(refuse('custody-elsewhere', 'folderId'));
      expect(given().when(command)).toEqual(refuse('folder-unknown', 'folderId'));
    }
  });
});

describe('a folder that goes to the archives', () => {
  const passed = { folderId, transferId: 'transfer-0001', archivesId: 'archives', on: '2032-05-02' };
  const pass = { type: 'PassFolder', passed } as const;
  const after = { type: 'records.FolderPassedToArchives.v1', data: passed } as const;

  it('is passed by the records centre, once', () => {
    expect(given().when(pass)).toEqual(refuse('folder-unknown', 'folderId'));
    expect(given(opened, closed).when(pass)).toEqual(refuse('custody-elsewhere', 'folderId'));
    expect(given(opened, closed, offered, transferred).when(pass)).toEqual([after]);
    expect(given(opened, closed, offered, transferred, after).when(pass)).toEqual([]);
  });

  it('leaves nothing to be decided here', () => {
    for (const command of [close, longer('30'), offer, accept])
      expect(given(opened, closed, offered, transferred, after).when(command)).toEqual(
        refuse('custody-elsewhere', 'folderId'),
      );
  });
});
