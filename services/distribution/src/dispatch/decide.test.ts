import { eventsOf, fold, specificationOf } from '@sillok/decider';
import { isRefusal, refuse } from '@sillok/kernel';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatchDecider } from './decide.ts';
import { acknowledging, affix, clerk, dispatched, ids, prepare, review, until } from './dispatch-fixtures.ts';
import { type DispatchState, furthestStatus } from './state.ts';

const { given } = specificationOf(dispatchDecider);

function typesOf(decision: ReturnType<ReturnType<typeof given>['when']>): readonly string[] {
  return eventsOf(decision).map(({ type }) => type.split('.')[1] ?? '');
}

describe('a dispatch', () => {
  it('is prepared for an addressee of a sealed record, once', () => {
    expect(typesOf(given().when(prepare))).toEqual(['DispatchPrepared']);
    expect(given(...until.prepared).when(prepare)).toEqual(refuse('already-exists', 'recipientId'));
  });

  it('is never prepared for a form that stays inside, a record without its copy, or a stranger', () => {
    const record = { sealed: true, outgoing: true };
    const internal = { ...prepare, record: { ...record, outgoing: false } };
    expect(given().when(internal)).toEqual(refuse('form-not-dispatched', 'documentId'));
    const unsealed = { ...prepare, record: { ...record, sealed: false } };
    expect(given().when(unsealed)).toEqual(refuse('dispatch-not-ready', 'documentId'));
    const stranger = { ...prepare, isAddressee: false };
    expect(given().when(stranger)).toEqual(refuse('recipient-unknown', 'recipientId'));
  });

  it('is sent back by the review with a reason, and may be prepared again', () => {
    expect(given(...until.prepared).when(review({ decision: 'rejected' }))).toEqual(
      refuse('reason-required', 'reason'),
    );
    const rejection = given(...until.prepared).when(review({ decision: 'rejected', reason: '수신자 오기' }));
    expect(eventsOf(rejection)).toMatchObject([{ sealed: { reason: '수신자 오기' } }]);
    const data = { ...ids, personId: clerk };
    const rejected = { type: 'distribution.DispatchReviewRejected.v1', data } as const;
    expect(given(...until.prepared, rejected).when(affix)).toEqual(refuse('dispatch-not-ready', 'dispatchId'));
    expect(typesOf(given(...until.prepared, rejected).when(prepare))).toEqual(['DispatchPrepared']);
  });

  it.each([
    [{ decision: 'passed', seal: 'omitted' }],
    [{ decision: 'passed', seal: 'omitted', ground: 'haste' }],
    [{ decision: 'passed', seal: 'affixed', ground: 'minor' }],
  ] as const)('leaves the seal out on a ground of the law alone: %j', (given_) => {
    expect(given(...until.prepared).when(review(given_))).toEqual(refuse('seal-omission-not-allowed', 'ground'));
  });

  it('has its seal affixed or lawfully omitted, one of the two, and never without a review', () => {
    expect(given(...until.prepared).when(affix)).toEqual(refuse('dispatch-not-ready', 'dispatchId'));
    expect(typesOf(given(...until.reviewed).when(affix))).toEqual(['SealAffixed']);
    expect(given(...until.sealed).when(affix)).toEqual(refuse('dispatch-not-ready', 'dispatchId'));
    const omission = eventsOf(
      given(...until.prepared).when(review({ decision: 'passed', seal: 'omitted', ground: 'minor' })),
    );
    const omitted = fold(dispatchDecider, [...until.prepared, ...omission]);
    const order = dispatchDecider.decide(affix, omitted);
    expect(eventsOf(order)).toMatchObject([{ type: 'distribution.SealOmitted.v1', data: { ground: 'minor' } }]);
  });

  it('is made and delivered once', () => {
    expect(given(...until.reviewed).when(dispatched)).toEqual(refuse('dispatch-not-ready', 'dispatchId'));
    expect(typesOf(given(...until.sealed).when(dispatched))).toEqual(['DocumentDispatched']);
    expect(given(...until.dispatched).when(dispatched)).toEqual([]);
    const delivery = given(...until.dispatched).when({ type: 'RecordDelivery' });
    expect(typesOf(delivery)).toEqual(['DispatchDelivered']);
    const delivered = fold(dispatchDecider, [...until.dispatched, ...eventsOf(delivery)]);
    expect(dispatchDecider.decide({ type: 'RecordDelivery' }, delivered)).toEqual([]);
  });
});

describe('the seal of a dispatch', () => {
  it('row 20: must be valid at the time of dispatch, and its version stays written', () => {
    const without = { ...affix, seal: undefined };
    expect(given(...until.reviewed).when(without)).toEqual(refuse('seal-not-valid-now', 'seal'));
    expect(eventsOf(given(...until.reviewed).when(affix))).toMatchObject([
      { type: 'distribution.SealAffixed.v1', data: { sealId: 'seal-00001', sealVersion: 3 } },
    ]);
  });
});

describe('acknowledgements', () => {
  const sent = fold(dispatchDecider, until.dispatched);
  const hear = (state: DispatchState, kind: AcknowledgementKind): DispatchState =>
    fold(dispatchDecider, eventsOf(dispatchDecider.decide(acknowledging(kind), state)), state);
  const kinds = ['arrive', 'receive', 'accept', 'fail', 'return'] as const;
  const said = fc.subarray([...kinds], { minLength: 1 });

  it('are refused where they answer another message, come from another institution, or before there is a message', () => {
    const unknown = (field: string) => refuse('acknowledgement-unknown', field);
    const other = acknowledging('arrive', { answers: 'f'.repeat(64) });
    expect(dispatchDecider.decide(other, sent)).toEqual(unknown('answers'));
    expect(dispatchDecider.decide(acknowledging('arrive', { from: 'archives' }), sent)).toEqual(unknown('from'));
    expect(given(...until.sealed).when(acknowledging('arrive'))).toEqual(unknown('answers'));
    expect(given().when(acknowledging('arrive'))).toEqual(unknown('answers'));
  });

  it('row 23: every permutation and repetition of what is said ends in the same state', () => {
    const heard = said.chain((set) =>
      fc.tuple(
        fc.constant(set),
        fc.shuffledSubarray(set, { minLength: set.length }),
        fc.array(fc.constantFrom(...set), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
      ),
    );
    fc.assert(
      fc.property(heard, ([set, shuffled, repeated, places]) => {
        const messages = [...shuffled];
        for (const again of repeated) {
          messages.splice((places.next().value ?? 0) % (messages.length + 1), 0, again);
        }
        expect(messages.reduce(hear, sent)).toEqual(set.reduce(hear, sent));
      }),
    );
  });

  it('row 23: losing what came before changes nothing of how far the document is known to be', () => {
    const inOrder = ['arrive', 'receive', 'accept'] as const;
    fc.assert(
      fc.property(fc.subarray([...inOrder]), fc.constantFrom(...inOrder), (heard, last) => {
        const before = heard.filter((kind) => inOrder.indexOf(kind) < inOrder.indexOf(last));
        const all = inOrder.slice(0, inOrder.indexOf(last) + 1);
        expect(furthestStatus([...before, last].reduce(hear, sent))).toBe(furthestStatus(all.reduce(hear, sent)));
      }),
    );
    expect(furthestStatus(inOrder.reduce(hear, sent))).toBe('accepted');
    expect(furthestStatus(sent)).toBe('dispatched');
    expect(furthestStatus({ status: 'none' })).toBe('none');
  });

  it('tell of an anomaly where the same document failed and was accepted, in either order, once', () => {
    for (const order of [
      ['fail', 'accept'],
      ['accept', 'fail'],
    ] as const) {
      const [first, second] = order;
      const decision = dispatchDecider.decide(acknowledging(second), hear(sent, first));
      expect(typesOf(decision)).toContain('DispatchAnomalyFound');
      const both = order.reduce(hear, sent);
      expect(both).toMatchObject({ anomaly: true });
      expect(dispatchDecider.decide(acknowledging(second), both)).toEqual([]);
      expect(furthestStatus(both)).toBe('accepted');
    }
    expect(hear(sent, 'fail')).toMatchObject({ anomaly: false });
  });

  it('refuse nothing that is rightly said, whatever was said before', () => {
    fc.assert(
      fc.property(said, fc.constantFrom(...kinds), (before, next) => {
        expect(isRefusal(dispatchDecider.decide(acknowledging(next), before.reduce(hear, sent)))).toBe(false);
      }),
    );
  });
});
