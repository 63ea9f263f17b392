import { eventsOf, fold } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import { circulationDecider, circulationStream } from './decide.ts';

const documentId = 'incoming-0001';
const starting = {
  type: 'StartCirculation',
  documentId,
  personId: 'person-clerk',
  readerIds: ['person-head', 'person-minister', 'person-head'],
  isReceived: true,
  unknownReader: undefined,
} as const;
const { initialState, decide } = circulationDecider;
const started = fold(circulationDecider, eventsOf(decide(starting, initialState)));
const reading = (personId: string) => ({ type: 'RecordReading', documentId, personId }) as const;

describe('circulation', () => {
  it('names each reader once, and starts once, of a received document, among people who hold a post', () => {
    expect(eventsOf(decide(starting, initialState))).toMatchObject([
      { data: { readerIds: ['person-head', 'person-minister'] } },
    ]);
    expect(decide(starting, started)).toEqual(refuse('already-exists', 'documentId'));
    const early = { ...starting, isReceived: false };
    expect(decide(early, initialState)).toEqual(refuse('receipt-not-open', 'documentId'));
    const gone = { ...starting, unknownReader: 'person-gone' };
    expect(decide(gone, initialState)).toEqual(refuse('person-unknown', 'readerIds'));
    expect(circulationStream(documentId)).toBe('circulation-incoming-0001');
  });

  it('records the opening of each reader once, and of nobody else', () => {
    const first = eventsOf(decide(reading('person-head'), started));
    expect(first).toEqual([{ type: 'distribution.CirculationRead.v1', data: { documentId, personId: 'person-head' } }]);
    const read = fold(circulationDecider, first, started);
    expect(decide(reading('person-head'), read)).toEqual([]);
    expect(eventsOf(decide(reading('person-minister'), read))).toHaveLength(1);
    expect(decide(reading('person-stranger'), read)).toEqual([]);
    expect(decide(reading('person-head'), initialState)).toEqual([]);
  });
});
