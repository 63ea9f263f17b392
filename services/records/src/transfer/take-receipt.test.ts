import { eventsOf, fold, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transferDecider } from './decide.ts';
import { furthestStatus, isOver, type TransferInHand, type TransferState } from './state.ts';
import { digestOf, items, receiptOf, until } from './transfer-fixtures.ts';

const { given } = specificationOf(transferDecider);
const unknown = (field: string) => refuse('transfer-receipt-unknown', field);

function inHand(state: TransferState): TransferInHand {
  if (state.status === 'none') throw new Error('no transfer');
  return state;
}

const sent = inHand(fold(transferDecider, until.built));
const hear = (state: TransferInHand, kind: TransferReceiptKind): TransferInHand =>
  inHand(fold(transferDecider, eventsOf(transferDecider.decide(receiptOf(kind), state)), state));

describe('a receipt', () => {
  it('says what became of each record', () => {
    expect(eventsOf(given(...until.built).when(receiptOf('accepted')))).toMatchObject([
      {
        type: 'records.TransferReceiptTaken.v1',
        data: {
          kind: 'accepted',
          previous: digestOf('arrived'),
          accession: '2032-0001',
          accepted: ['document-0001', 'document-0002'],
          returned: [{ documentId: 'document-0003', codes: ['file-empty'] }],
        },
      },
    ]);
  });

  const [first, ...rest] = receiptOf('accepted').receipt.items;
  if (first === undefined) throw new Error('no item');
  it.each([
    ['answers another package', receiptOf('arrived', { answers: 'f'.repeat(64) }), 'answers'],
    ['comes from somebody else', receiptOf('arrived', { from: 'mopa' }), 'from'],
    ['speaks of other bytes', receiptOf('arrived', { package: { sha256: 'f'.repeat(64), bytes: 1 } }), 'package'],
    ['is the first and follows another', receiptOf('arrived', { previous: 'f'.repeat(64) }), 'previous'],
    ['is the last and follows none', receiptOf('accepted', { previous: null }), 'previous'],
    ['decides on arrival', receiptOf('arrived', { items: [first] }), 'items'],
    ['is silent about a record', receiptOf('accepted', { items: rest }), 'items'],
    ['speaks twice of a record', receiptOf('accepted', { items: [first, first, ...rest.slice(1)] }), 'items'],
    [
      'speaks of a record that was not sent',
      receiptOf('accepted', { items: [{ ...first, documentId: 'document-0009' }, ...rest] }),
      'items',
    ],
    ['accepts nothing', receiptOf('accepted', { items: receiptOf('returned').receipt.items }), 'kind'],
    ['returns what it accepts', receiptOf('returned', { items: [first, ...rest] }), 'kind'],
  ])('is none of ours when it %s', (_, command, field) => {
    expect(given(...until.built).when(command)).toEqual(unknown(field));
  });

  it('names the accession of what it accepts', () => {
    const { accession: _, ...receipt } = receiptOf('accepted').receipt;
    expect(given(...until.built).when({ ...receiptOf('accepted'), receipt })).toEqual(unknown('accession'));
  });

  it('is none of ours before there is a package', () => {
    expect(given().when(receiptOf('arrived'))).toEqual(unknown('transferId'));
    for (const events of [until.prepared, until.failed])
      expect(given(...events).when(receiptOf('arrived'))).toEqual(unknown('answers'));
  });

  it('follows the very one that arrived, whichever came first', () => {
    const arrived = hear(sent, 'arrived');
    const other = receiptOf('accepted', { previous: 'f'.repeat(64) });
    expect(transferDecider.decide(other, arrived)).toEqual(unknown('previous'));
    const late = { ...receiptOf('arrived'), receiptDigest: 'f'.repeat(64) };
    expect(transferDecider.decide(late, hear(sent, 'accepted'))).toEqual(unknown('previous'));
  });

  it('accepts or returns, once', () => {
    expect(transferDecider.decide(receiptOf('returned'), hear(sent, 'accepted'))).toEqual(unknown('kind'));
    expect(transferDecider.decide(receiptOf('accepted'), hear(sent, 'returned'))).toEqual(unknown('kind'));
  });
});

describe('receipts', () => {
  const orders = fc.constantFrom<readonly TransferReceiptKind[]>(
    ['arrived'],
    ['accepted'],
    ['returned'],
    ['arrived', 'accepted'],
    ['arrived', 'returned'],
  );

  it('end in the same state in every order, with every repetition', () => {
    const heard = orders.chain((set) =>
      fc.tuple(
        fc.constant(set),
        fc.shuffledSubarray([...set], { minLength: set.length }),
        fc.array(fc.constantFrom(...set), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
      ),
    );
    fc.assert(
      fc.property(heard, ([set, shuffled, repeated, places]) => {
        const messages = [...shuffled];
        for (const again of repeated) messages.splice((places.next().value ?? 0) % (messages.length + 1), 0, again);
        expect(messages.reduce(hear, sent)).toEqual(set.reduce(hear, sent));
      }),
    );
  });

  it('tell how far it is known to be, even where the first was lost', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom('accepted', 'returned'), (isHeard, last) => {
        const state = (isHeard ? ['arrived' as const, last] : [last]).reduce(hear, sent);
        expect(furthestStatus(state)).toBe(last === 'accepted' ? 'partly-accepted' : 'returned');
        expect(isOver(state)).toBe(true);
      }),
    );
    expect(furthestStatus(sent)).toBe('built');
    expect(furthestStatus(inHand(fold(transferDecider, until.delivered)))).toBe('delivered');
    expect(furthestStatus(hear(sent, 'arrived'))).toBe('arrived');
    expect(isOver(hear(sent, 'arrived'))).toBe(false);
    expect(isOver(inHand(fold(transferDecider, until.failed)))).toBe(true);
  });

  it('are known as accepted where nothing goes back', () => {
    const all = items.map((documentId) => ({ documentId, outcome: 'accepted' as const, codes: [], files: [] }));
    const events = eventsOf(transferDecider.decide(receiptOf('accepted', { items: all }), sent));
    expect(furthestStatus(inHand(fold(transferDecider, events, sent)))).toBe('accepted');
  });
});
