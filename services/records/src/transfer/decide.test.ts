import { eventsOf, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { transferDecider, transferStream } from './decide.ts';
import { failure, items, prepare, receiptOf, submission, transfer, transferId, until } from './transfer-fixtures.ts';

const { given } = specificationOf(transferDecider);
const deliver = { type: 'RecordDelivery' } as const;
const refusal = { type: 'RefuseSubmission', code: 'submission-malformed' } as const;

function typesOf(decision: ReturnType<ReturnType<typeof given>['when']>): readonly string[] {
  return eventsOf(decision).map(({ type }) => type.split('.')[1] ?? '');
}

describe('a transfer to the archives', () => {
  it('is prepared for all that lies in a folder, once', () => {
    expect(given().when(prepare())).toEqual([{ type: 'records.TransferPrepared.v1', data: transfer }]);
    expect(given(...until.prepared).when(prepare())).toEqual(refuse('transfer-under-way', 'folderId'));
  });

  it.each([
    ['of a folder that is still open', { folder: { status: 'open', custody: 'unit' } }, 'folder-not-closed'],
    ['of a folder that the unit still has', { folder: { status: 'closed', custody: 'unit' } }, 'custody-elsewhere'],
    ['of what the archives have', { folder: { status: 'closed', custody: 'archives' } }, 'custody-elsewhere'],
    ['of what is not kept long enough', { archivesIn: null }, 'not-for-archives'],
    ['while a document is being handled', { hasOpenCase: true }, 'transfer-has-open-case'],
    ['while another one is under way', { isUnderWay: true }, 'transfer-under-way'],
  ] as const)('is refused %s', (_, facts, code) => {
    expect(given().when(prepare(facts))).toEqual(refuse(code, 'folderId'));
  });

  it('goes to archives alone', () => {
    expect(given().when(prepare({ isArchives: false }))).toEqual(refuse('archives-unknown', 'archivesId'));
  });

  it('is due from the year of the pack on, and before it where something was agreed', () => {
    const early = prepare({ archivesIn: 2033 });
    expect(given().when(early)).toEqual(refuse('transfer-not-due', 'agreement', { year: 2033 }));
    expect(typesOf(given().when(prepare({ archivesIn: 2033 }, { agreement: '2031-17' })))).toEqual([
      'TransferPrepared',
    ]);
    expect(typesOf(given().when(prepare({ archivesIn: 2031 })))).toEqual(['TransferPrepared']);
    const agreed = prepare({ archivesIn: null }, { agreement: '2031-17' });
    expect(given().when(agreed)).toEqual(refuse('not-for-archives', 'folderId'));
  });

  it('waits for reviews of disclosure that are overdue', () => {
    expect(given().when(prepare({ reviewsDue: items.slice(1) }))).toEqual(
      refuse('disclosure-review-due', 'folderId', { documentId: 'document-0002' }),
    );
  });

  it('holds one record at least and three hundred at most', () => {
    expect(given().when(prepare({}, { items: [] }))).toEqual(refuse('not-for-archives', 'folderId'));
    const many = Array.from({ length: 301 }, (_, index) => `document-${index}`);
    expect(given().when(prepare({}, { items: many }))).toEqual(
      refuse('input-invalid', 'folderId', { rule: 'at most 300 records' }),
    );
    expect(given().when(prepare({}, { items: many.slice(1) }))).toHaveLength(1);
  });

  it('has a stream of its own', () => {
    expect(transferStream(transferId)).toBe('transfer-transfer-0001');
  });
});

describe('the submission of a transfer', () => {
  it('is built once and delivered once', () => {
    expect(typesOf(given(...until.prepared).when(submission))).toEqual(['SubmissionBuilt']);
    expect(given(...until.built).when(submission)).toEqual([]);
    const other = { ...submission, built: { ...submission.built, answers: 'f'.repeat(64) } };
    expect(given(...until.built).when(other)).toEqual(refuse('already-exists', 'transferId'));
    expect(typesOf(given(...until.built).when(deliver))).toEqual(['SubmissionDelivered']);
    expect(given(...until.delivered).when(deliver)).toEqual([]);
  });

  it('stays here when its own inspection fails, once', () => {
    expect(typesOf(given(...until.prepared).when(failure))).toEqual(['SelfInspectionFailed']);
    expect(given(...until.failed).when(failure)).toEqual([]);
    expect(given(...until.failed).when(submission)).toEqual(refuse('already-exists', 'transferId'));
    expect(given(...until.failed).when(deliver)).toEqual(refuse('transfer-unknown', 'transferId'));
    expect(given(...until.built).when(failure)).toEqual(refuse('already-exists', 'transferId'));
  });

  it('is refused by the archives once, and only before they have it', () => {
    expect(given(...until.built).when(refusal)).toEqual([
      { type: 'records.SubmissionRefused.v1', data: { transferId, code: 'submission-malformed' } },
    ]);
    expect(given(...until.refused).when(refusal)).toEqual([]);
    expect(given(...until.delivered).when(refusal)).toEqual([]);
    expect(given(...until.refused).when(deliver)).toEqual(refuse('transfer-unknown', 'transferId'));
    expect(given(...until.prepared).when(refusal)).toEqual(refuse('transfer-unknown', 'transferId'));
    expect(given(...until.refused).when(receiptOf('arrived'))).toEqual(
      refuse('transfer-receipt-unknown', 'transferId'),
    );
  });

  it('is of a transfer that there is', () => {
    for (const command of [submission, failure, deliver, refusal])
      expect(given().when(command)).toEqual(refuse('transfer-unknown', 'transferId'));
    expect(given(...until.prepared).when(deliver)).toEqual(refuse('transfer-unknown', 'transferId'));
  });
});
