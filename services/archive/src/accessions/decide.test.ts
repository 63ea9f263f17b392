import { eventsOf, fold } from '@sillok/decider';
import { expect, it } from 'vitest';
import { accessionsDecider, accessionsStream } from './decide.ts';

const order = { type: 'RegisterAccession', senderId: 'mopa', year: 2045 } as const;

it('numbers accessions without a gap, in the order in which they were accepted', () => {
  const first = eventsOf(accessionsDecider.decide({ ...order, transferId: 'transfer-0001' }, { count: 0 }));
  const second = eventsOf(
    accessionsDecider.decide({ ...order, transferId: 'transfer-0002' }, fold(accessionsDecider, first)),
  );
  expect([first, second]).toMatchObject([
    [{ data: { number: 1, accession: '2045-0001' } }],
    [{ data: { number: 2, accession: '2045-0002' } }],
  ]);
  expect(accessionsStream(2045)).toBe('accessions-2045');
});
