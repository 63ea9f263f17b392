import { eventsOf, fold } from '@sillok/decider';
import { expect, it } from 'vitest';
import { outboxDecider, outboxStream } from './decide.ts';

const order = (one: number) => ({
  type: 'SequenceDispatch' as const,
  dispatch: {
    dispatchId: `dispatch-000${one}`,
    documentId: `document-000${one}`,
    recipientId: 'mopa',
    at: '2014-03-03T09:00:00.000Z',
  },
});

it('counts what goes to one institution from one, without a gap', () => {
  let state = outboxDecider.initialState;
  const sequences = [1, 2, 3].map((one) => {
    const [event] = eventsOf(outboxDecider.decide(order(one), state));
    state = fold(outboxDecider, event === undefined ? [] : [event], state);
    return event?.data.sequence;
  });
  expect(sequences).toEqual([1, 2, 3]);
  expect(outboxStream('mopa')).toBe('outbox-mopa');
});
