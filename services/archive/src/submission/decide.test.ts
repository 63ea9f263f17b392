import { eventsOf, fold } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { type SubmissionCommand, submissionDecider, submissionStream } from './decide.ts';
import { initialState, type SubmissionState } from './state.ts';
import {
  accepted,
  arriving,
  confirming,
  deciding,
  inspecting,
  letter,
  report,
  returned,
  transferId,
} from './submission-fixtures.ts';

/** Everything that the commands decide, one after the other; a refusal ends the test. */
function after(...commands: readonly SubmissionCommand[]): SubmissionState {
  return commands.reduce<SubmissionState>(
    (state, command) => fold(submissionDecider, eventsOf(submissionDecider.decide(command, state)), state),
    initialState,
  );
}

const { decide } = submissionDecider;
const decided = deciding(accepted, returned);
const both = deciding({ ...accepted, outcome: 'returned', codes: ['title'] }, returned);

function issuing(kind: 'arrived' | 'accepted' | 'returned', previous: string | null) {
  const receiptDigest = Buffer.from(kind.padEnd(32, '.')).toString('hex');
  return { type: 'IssueReceipt', kind, receiptAddress: 'e'.repeat(64), receiptDigest, previous } as const;
}

describe('an arrival', () => {
  it('is absorbed when it comes again, at whatever stage', () => {
    const again = { ...arriving, arrived: { ...arriving.arrived, arrivedAt: '2045-04-01T00:00:00.000Z' } };
    for (const state of [after(arriving), after(arriving, inspecting, decided, confirming)])
      expect(decide(again, state)).toEqual([]);
  });

  it.each([{ metsDigest: '0'.repeat(64) }, { senderId: 'munhwa' }])('is refused when it differs in %o', (change) => {
    const other = { ...arriving, arrived: { ...arriving.arrived, ...change } };
    expect(decide(other, after(arriving))).toEqual(refuse('submission-differs', 'transferId'));
  });

  it('has the stream that its sender named', () => {
    expect(submissionStream(transferId)).toBe('submission-transfer-0001');
  });
});

describe('an inspection', () => {
  it('is recorded once, of what arrived', () => {
    expect(decide(inspecting, initialState)).toEqual(refuse('not-found', 'transferId'));
    expect(decide(inspecting, after(arriving, inspecting))).toEqual([]);
    expect(decide(inspecting, after(arriving, inspecting, decided))).toEqual([]);
  });
});

describe('a decision', () => {
  it('waits for the inspection and ends with the confirmation', () => {
    const early = refuse('submission-not-ready', 'transferId');
    expect(decide(decided, initialState)).toEqual(refuse('not-found', 'transferId'));
    expect(decide(decided, after(arriving))).toEqual(early);
    expect(decide(decided, after(arriving, inspecting, decided, confirming))).toEqual(early);
    expect(after(arriving, inspecting, decided, both)).toMatchObject({ status: 'decided' });
  });

  it.each([
    ['one that was never sent', [accepted, returned, { ...accepted, documentId: 'document-another' }]],
    ['one of two unanswered', [accepted]],
    ['one answered twice', [accepted, accepted, returned]],
  ])('is refused with %s', (_, items) => {
    expect(decide(deciding(...items), after(arriving, inspecting))).toMatchObject({
      refused: 'submission-item-unknown',
      field: 'items',
    });
  });

  it('accepts nothing that a finding bars', () => {
    const blind = deciding(accepted, { ...accepted, documentId: report });
    const refusal = refuse('submission-item-blocked', 'items', { documents: report });
    expect(decide(blind, after(arriving, inspecting))).toEqual(refusal);
  });

  it('is refused where it names more codes than one event has room for', () => {
    const items = Array.from(
      { length: 300 },
      (_, index) => `0197c0de-0000-7000-8000-${String(index).padStart(12, '0')}`,
    );
    const many = { ...arriving, arrived: { ...arriving.arrived, items } };
    const inspected = { ...inspecting, inspected: { ...inspecting.inspected, items: [] } };
    const saying = (codes: readonly string[]) =>
      deciding(...items.map((documentId) => ({ ...returned, documentId, codes })));
    expect(decide(saying(['file-cannot-be-opened']), after(many, inspected))).toHaveLength(1);
    const long = Array.from({ length: 5 }, (_, index) => `${index}`.padEnd(40, '-'));
    expect(decide(saying(long), after(many, inspected))).toEqual(refuse('input-too-large', 'items', { limit: 60_000 }));
  });

  it('returns nothing without a reason or a code', () => {
    const groundless = deciding({ ...accepted, outcome: 'returned' }, returned);
    const refusal = refuse('reason-required', 'items', { documents: letter });
    expect(decide(groundless, after(arriving, inspecting))).toEqual(refusal);
    const grounded = deciding({ ...accepted, outcome: 'returned', hasReason: true }, returned);
    expect(after(arriving, inspecting, grounded)).toMatchObject({ status: 'decided' });
  });
});

describe('a confirmation', () => {
  it('is another person’s', () => {
    const own = { ...confirming, confirmedBy: decided.decidedBy };
    expect(decide(own, after(arriving, inspecting, decided))).toEqual(refuse('not-permitted'));
  });

  it('is of the decision that they have seen, and not of another one after it', () => {
    const anew = { ...both, decisionAddress: '0'.repeat(64) };
    const state = after(arriving, inspecting, decided, anew);
    expect(decide(confirming, state)).toEqual(refuse('submission-decided-anew', 'decision'));
    expect(decide({ ...confirming, decision: anew.decisionAddress }, state)).toHaveLength(1);
  });

  it('waits for a decision and comes once', () => {
    const early = refuse('submission-not-ready', 'transferId');
    expect(decide(confirming, initialState)).toEqual(refuse('not-found', 'transferId'));
    expect(decide(confirming, after(arriving, inspecting))).toEqual(early);
    expect(decide(confirming, after(arriving, inspecting, decided, confirming))).toEqual(early);
  });

  it('takes over what was accepted, and returns a submission of which nothing was', () => {
    const taking = eventsOf(decide(confirming, after(arriving, inspecting, decided)));
    expect(taking).toMatchObject([{ type: 'archive.SubmissionAccepted.v1', data: { accepted: [letter] } }]);
    const returning = eventsOf(decide(confirming, after(arriving, inspecting, both)));
    expect(returning).toMatchObject([{ type: 'archive.SubmissionReturned.v1', data: { confirmedBy: 'person-head' } }]);
  });
});

describe('receipts', () => {
  const arrived = issuing('arrived', null);
  const taken = issuing('accepted', arrived.receiptDigest);

  it('are issued once each, chained to the one before', () => {
    expect(decide(arrived, initialState)).toEqual(refuse('not-found', 'transferId'));
    expect(decide(arrived, after(arriving, arrived))).toEqual([]);
    const state = after(arriving, arrived, inspecting, decided, confirming);
    expect(decide(issuing('accepted', null), state)).toEqual(refuse('statement-outdated', 'previous'));
    expect(after(arriving, arrived, inspecting, decided, confirming, taken)).toMatchObject({
      issued: [{ kind: 'arrived' }, { kind: 'accepted', digest: taken.receiptDigest }],
    });
  });

  it('say only what has come to pass', () => {
    const early = refuse('submission-not-ready', 'transferId');
    expect(decide(taken, after(arriving, arrived, inspecting, decided))).toEqual(early);
    const other = issuing('returned', arrived.receiptDigest);
    expect(decide(other, after(arriving, arrived, inspecting, decided, confirming))).toEqual(early);
  });

  it('are noted as brought once', () => {
    const sent = { type: 'RecordReceiptSent', kind: 'arrived' } as const;
    expect(decide(sent, initialState)).toEqual(refuse('not-found', 'transferId'));
    expect(decide(sent, after(arriving, arrived, sent))).toEqual([]);
  });
});
