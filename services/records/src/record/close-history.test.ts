import { eventsOf, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import type { ReviewDisclosure } from './commands/review-disclosure.ts';
import { recordDecider } from './decide.ts';

const { given } = specificationOf(recordDecider);
const documentId = 'document-00001';
const transferId = 'transfer-00001';
const leaf = '1'.repeat(64);
const open = { class: 'open' as const, grounds: [] };

const draft = { stream: `draft-${documentId}`, whole: true, events: 3, revision: 2, leaf };
const own = (events: number) => ({ stream: `record-${documentId}`, whole: true, events, revision: events - 1, leaf });
const close = (streams = [draft], transfer = transferId) =>
  ({ type: 'CloseHistory', history: { documentId, transferId: transfer, streams } }) as const;
const reopen = (transfer = transferId) => ({
  type: 'ReopenHistory' as const,
  reopened: { documentId, transferId: transfer, codes: ['file-empty'] },
});
const pass = (transfer = transferId) =>
  ({
    type: 'PassToArchives',
    passed: { documentId, transferId: transfer, archivesId: 'archives', accession: '2032-1', receiptDigest: leaf },
  }) as const;
const review: ReviewDisclosure = {
  type: 'ReviewDisclosure',
  documentId,
  established: open,
  to: open,
  reason: '그대로',
  on: '2032-02-10',
  by: 'records-centre',
  custody: 'records-centre',
  grounds: [],
};

const closed = eventsOf(given().when(close()));
const reopened = eventsOf(given(...closed).when(reopen()));
const passed = eventsOf(given(...closed).when(pass()));

describe('the history of a record', () => {
  it('ends for one transfer and goes on when the record comes back', () => {
    expect(closed).toEqual([{ type: 'records.HistoryClosed.v1', data: close().history }]);
    expect(reopened).toEqual([{ type: 'records.HistoryReopened.v1', data: reopen().reopened }]);
    expect(given(...closed, ...reopened).when(close([draft, own(2)], 'transfer-00002'))).toHaveLength(1);
  });

  it('ends once, and for no second transfer at the same time', () => {
    expect(given(...closed).when(close())).toEqual([]);
    expect(given(...closed).when(close([draft, own(1)], 'transfer-00002'))).toEqual(
      refuse('transfer-under-way', 'documentId'),
    );
  });

  it('is not ended by a list that lacks the newest of its own stream', () => {
    const [reviewed] = eventsOf(given().when(review));
    if (reviewed === undefined) throw new Error('not reviewed');
    expect(given(reviewed).when(close())).toEqual(refuse('statement-outdated', 'streams'));
    expect(given(reviewed).when(close([draft, own(1)]))).toHaveLength(1);
  });

  it('goes on only where it had ended for that very transfer', () => {
    expect(given().when(reopen())).toEqual([]);
    expect(given(...closed).when(reopen('transfer-00002'))).toEqual([]);
    expect(given(...closed, ...reopened).when(reopen())).toEqual([]);
    // An answer to an earlier transfer, read again after a later one took the record, stops nobody.
    const later = eventsOf(given(...closed, ...reopened).when(close([draft, own(2)], 'transfer-00002')));
    const gone = eventsOf(given(...closed, ...reopened, ...later).when(pass('transfer-00002')));
    expect(given(...closed, ...reopened, ...later, ...gone).when(reopen())).toEqual([]);
  });
});

describe('a record at the archives', () => {
  it('is passed once, when its history had ended for that transfer', () => {
    expect(passed).toEqual([{ type: 'records.PassedToArchives.v1', data: pass().passed }]);
    expect(given(...closed, ...passed).when(pass())).toEqual([]);
    expect(given().when(pass())).toEqual(refuse('transfer-unknown', 'transferId'));
    expect(given(...closed).when(pass('transfer-00002'))).toEqual(refuse('transfer-unknown', 'transferId'));
  });

  it('leaves nothing to be decided here', () => {
    const elsewhere = refuse('custody-elsewhere', 'documentId');
    for (const command of [close(), close([draft], 'transfer-00002'), reopen(), pass('transfer-00002'), review])
      expect(given(...closed, ...passed).when(command)).toEqual(elsewhere);
    expect(given().when({ ...review, custody: 'archives' })).toEqual(elsewhere);
  });

  it('is reviewed before and after a transfer, never during it', () => {
    expect(given(...closed).when(review)).toEqual(refuse('transfer-under-way', 'documentId'));
    expect(given(...closed, ...reopened).when(review)).toHaveLength(1);
  });
});
