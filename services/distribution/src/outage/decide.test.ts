import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { outageDecider, outageStream } from './decide.ts';

const now = '2014-05-16T01:00:00.000Z';
const outage = {
  outageId: 'outage-0001',
  from: '2014-05-15T05:00:00.000Z',
  until: '2014-05-15T23:00:00.000Z',
  personId: 'person-registry',
};
const record = (changes = {}) => ({ type: 'RecordOutage' as const, outage: { ...outage, ...changes }, now });
const { decide, initialState } = outageDecider;

describe('an outage', () => {
  it('is recorded once, when it is over', () => {
    expect(decide(record(), initialState)).toEqual([{ type: 'distribution.OutageRecorded.v1', data: outage }]);
    expect(decide(record({ until: now }), initialState)).toHaveLength(1);
    expect(decide(record(), { isRecorded: true })).toEqual(refuse('already-exists', 'outageId'));
    expect(outageStream(outage.outageId)).toBe('outage-outage-0001');
  });

  it.each([
    ['is not over yet', '2014-05-16T01:00:00.001Z'],
    ['ended as it began', outage.from],
    ['ended before it began', '2014-05-15T04:00:00.000Z'],
  ])('is refused when it %s', (_, until) => {
    expect(decide(record({ until }), initialState)).toMatchObject({ refused: 'input-invalid', field: 'until' });
  });
});
