import type { Folded } from '@sillok/decider';
import type { Acknowledgement, AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { PrepareDispatch } from './commands/prepare-dispatch.ts';
import type { RecordAcknowledgement } from './commands/record-acknowledgement.ts';
import type { RecordDispatch } from './commands/record-dispatch.ts';
import type { ReviewDispatch } from './commands/review-dispatch.ts';
import type { DispatchEvent } from './dispatch-event.ts';

/** A dispatch of one letter to one institution, step by step. */
export const ids = { dispatchId: 'dispatch-0001', documentId: 'document-0001' };
export const recipientId = 'mopa';
export const clerk = 'person-clerk';
export const at = '2014-03-03T09:00:00.000Z';
export const messageDigest = 'a'.repeat(64);
const address = 'b'.repeat(64);

export const prepare: PrepareDispatch = {
  type: 'PrepareDispatch',
  dispatch: { ...ids, recipientId, unitId: 'unit-00001', personId: 'person-drafter' },
  record: { sealed: true, outgoing: true },
  isAddressee: true,
};

export function review(given: ReviewDispatch['review']): ReviewDispatch {
  return { type: 'ReviewDispatch', personId: clerk, review: given, omissionGrounds: ['gazette', 'minor'] };
}

export const affix = { type: 'AffixSeal', personId: clerk, seal: { sealId: 'seal-00001', version: 3 }, at } as const;

export const dispatched: RecordDispatch = {
  type: 'RecordDispatch',
  dispatched: {
    ...ids,
    recipientId,
    sequence: 1,
    at,
    copyAddress: address,
    copyBytes: 1,
    messageAddress: address,
    messageBytes: 1,
    messageDigest,
  },
};

export function acknowledging(kind: AcknowledgementKind, more: Partial<Acknowledgement> = {}): RecordAcknowledgement {
  const acknowledgement: Acknowledgement = {
    type: 'acknowledgement',
    version: 1,
    kind,
    from: recipientId,
    to: 'munhwa',
    dispatchId: ids.dispatchId,
    answers: messageDigest,
    previous: null,
    at,
    checkpoint: null,
    ...more,
  };
  const acknowledgementDigest = Buffer.from(kind.padEnd(32, '.')).toString('hex');
  return { type: 'RecordAcknowledgement', acknowledgement, acknowledgementAddress: address, acknowledgementDigest };
}

const prepared: Folded<DispatchEvent> = { type: 'distribution.DispatchPrepared.v1', data: prepare.dispatch };
const passed: Folded<DispatchEvent> = {
  type: 'distribution.DispatchReviewPassed.v1',
  data: { ...ids, personId: clerk, seal: 'affixed' },
};
const sealed: Folded<DispatchEvent> = {
  type: 'distribution.SealAffixed.v1',
  data: { ...ids, recipientId, personId: clerk, sealId: 'seal-00001', sealVersion: 3, at },
};
const sent: Folded<DispatchEvent> = { type: 'distribution.DocumentDispatched.v1', data: dispatched.dispatched };

export const until = {
  prepared: [prepared],
  reviewed: [prepared, passed],
  sealed: [prepared, passed, sealed],
  dispatched: [prepared, passed, sealed, sent],
} as const;
