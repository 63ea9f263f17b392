import { eventsOf, fold } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { type IncomingCommand, incomingDecider, incomingStream } from './decide.ts';
import { arriving, distributing, effectiveAt, receiving, way } from './incoming-fixtures.ts';
import { type IncomingState, initialState } from './state.ts';

/** Everything that the commands decide, one after the other; a refusal ends the test. */
function after(...commands: readonly IncomingCommand[]): IncomingState {
  return commands.reduce<IncomingState>(
    (state, command) => fold(incomingDecider, eventsOf(incomingDecider.decide(command, state)), state),
    initialState,
  );
}

const asking = { type: 'RequestRedistribution', personId: 'person-clerk', reason: 'not our business' } as const;
const returning = { type: 'ReturnToSender', personId: 'person-clerk', ground: 'form', grounds: ['form'] } as const;

function issuing(kind: 'arrive' | 'receive' | 'accept', previous: string | null) {
  const acknowledgementDigest = Buffer.from(kind.padEnd(32, '.')).toString('hex');
  const acknowledgementAddress = 'e'.repeat(64);
  return { type: 'IssueAcknowledgement', kind, acknowledgementAddress, acknowledgementDigest, previous } as const;
}

describe('an arrival', () => {
  it('row 22: takes effect when it enters our system, and nothing later moves that instant', () => {
    const states = [after(arriving), after(arriving, distributing), after(arriving, distributing, receiving)];
    expect(states).toMatchObject(states.map(() => ({ arrived: { effectiveAt } })));
    const [received] = eventsOf(incomingDecider.decide(receiving, after(arriving, distributing)));
    expect(received).toMatchObject({ data: { arrivedAt: effectiveAt, at: receiving.at } });
  });

  it('is absorbed when it comes again, at whatever stage, and refused when it is another', () => {
    const later = { ...arriving, arrived: { ...arriving.arrived, effectiveAt: '2014-04-01T00:00:00.000Z' } };
    for (const state of [after(arriving), after(arriving, distributing, receiving), after(arriving, returning)]) {
      expect(incomingDecider.decide(later, state)).toEqual([]);
    }
    const other = { ...arriving, arrived: { ...arriving.arrived, containerDigest: 'f'.repeat(64) } };
    expect(incomingDecider.decide(other, after(arriving))).toEqual(refuse('exchange-identity-reused', 'dispatchId'));
  });

  it('may follow a rejected one of the same name', () => {
    const rejected = { senderId: 'munhwa', dispatchId: way.dispatchId, code: 'exchange-copy-invalid' };
    const rejecting = { type: 'RejectArrival', rejected: { ...rejected, containerDigest: 'f'.repeat(64) } } as const;
    expect(after(rejecting)).toEqual(initialState);
    expect(after(rejecting, arriving)).toMatchObject({ status: 'in-registry' });
    expect(after(arriving, rejecting)).toEqual(after(arriving));
  });

  it('has the stream that its sender named', () => {
    expect(incomingStream(way)).toBe('incoming-munhwa_dispatch-0001');
  });
});

describe('a receipt', () => {
  it('row 29: comes after the distribution to a unit', () => {
    expect(incomingDecider.decide(receiving, initialState)).toEqual(refuse('receipt-not-open', 'documentId'));
    expect(incomingDecider.decide(receiving, after(arriving))).toEqual(refuse('receipt-not-open', 'documentId'));
    expect(after(arriving, distributing, receiving)).toMatchObject({ status: 'received', unitId: 'unit-00001' });
  });

  it('happens once, in an open folder of the unit, where a pack is in force', () => {
    const state = after(arriving, distributing);
    const answer = (change: object) => incomingDecider.decide({ ...receiving, ...change }, state);
    expect(answer({ folder: undefined })).toEqual(refuse('folder-unknown', 'folderId'));
    const elsewhere = { open: true, unitId: 'unit-00002' };
    expect(answer({ folder: elsewhere })).toEqual(refuse('folder-unknown', 'folderId'));
    expect(answer({ folder: { open: false, unitId: 'unit-00001' } })).toEqual(refuse('folder-closed', 'folderId'));
    expect(answer({ register: undefined })).toEqual(refuse('policy-not-in-force', 'documentId'));
    const received = after(arriving, distributing, receiving);
    expect(incomingDecider.decide(receiving, received)).toEqual(refuse('receipt-not-open', 'documentId'));
  });
});

describe('a redistribution', () => {
  it('row 30: goes back to the registry, which gives it to another unit, and the whole trail stays', () => {
    expect(after(arriving, distributing, asking)).toMatchObject({ status: 'in-registry', unitId: undefined });
    const again = { ...distributing, unitId: 'unit-00002' };
    expect(after(arriving, distributing, asking, again)).toMatchObject({ status: 'in-unit', unitId: 'unit-00002' });
    const asked = eventsOf(incomingDecider.decide(asking, after(arriving, distributing)));
    expect(asked).toMatchObject([{ data: { unitId: 'unit-00001' }, sealed: { reason: 'not our business' } }]);
  });

  it('is refused before a distribution and after the receipt; so is a distribution of what is with a unit', () => {
    const closed = refuse('receipt-not-open', 'documentId');
    expect(incomingDecider.decide(asking, after(arriving))).toEqual(closed);
    expect(incomingDecider.decide(asking, after(arriving, distributing, receiving))).toEqual(closed);
    expect(incomingDecider.decide(distributing, after(arriving, distributing))).toEqual(closed);
    const nowhere = { ...distributing, unitExists: false };
    expect(incomingDecider.decide(nowhere, after(arriving))).toEqual(refuse('unit-unknown', 'unitId'));
  });
});

describe('a return', () => {
  it('is for a formal defect of the list alone, and before the receipt', () => {
    expect(after(arriving, returning)).toMatchObject({ status: 'returned' });
    expect(after(arriving, distributing, returning)).toMatchObject({ status: 'returned' });
    const disliked = { ...returning, ground: 'content' };
    expect(incomingDecider.decide(disliked, after(arriving))).toEqual(refuse('return-ground-not-allowed', 'ground'));
    const received = after(arriving, distributing, receiving);
    expect(incomingDecider.decide(returning, received)).toEqual(refuse('receipt-not-open', 'documentId'));
  });
});

describe('acknowledgements', () => {
  it('are issued once each, chained to the one before', () => {
    const arrive = issuing('arrive', null);
    const receive = issuing('receive', arrive.acknowledgementDigest);
    const state = after(arriving, arrive);
    expect(incomingDecider.decide(arrive, state)).toEqual([]);
    expect(incomingDecider.decide(issuing('receive', null), state)).toEqual(refuse('statement-outdated', 'previous'));
    const issued = [arrive, receive].map((one) => ({ kind: one.kind, digest: one.acknowledgementDigest }));
    expect(after(arriving, arrive, distributing, receive)).toMatchObject({ issued });
    expect(incomingDecider.decide(arrive, initialState)).toEqual(refuse('not-found', 'documentId'));
  });

  it('are noted as brought once', () => {
    const sending = { type: 'RecordSending', kind: 'arrive' } as const;
    expect(incomingDecider.decide(sending, after(arriving, issuing('arrive', null), sending))).toEqual([]);
    expect(incomingDecider.decide(sending, initialState)).toEqual(refuse('not-found', 'documentId'));
  });
});
