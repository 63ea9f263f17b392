import { openField, openWithFieldKey } from '@sillok/key-vault';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SampleHistory, sampleHistory } from '../testing/sample-history.ts';
import { readEnvelope } from '../verifying/read-log-lines.ts';
import { fieldContextOf } from './field-context.ts';
import { openedFieldsOf, readOpened, writeOpened } from './opened-fields.ts';

let sample: SampleHistory;
beforeAll(async () => {
  sample = await sampleHistory();
});

describe('opened fields', () => {
  it('tell each sealed value in the order of the events, with a key that is not the one behind it', () => {
    const told = sample.opened.map(({ event, field, value }) => [event, field, value]);
    expect(told).toEqual([
      ['event-0001', 'drafter', 'Kim'],
      ['event-0001', 'title', '정보공개 청구'],
      ['event-0005', 'title', '정보공개 청구'],
    ]);
    expect(new Set(sample.opened.map(({ key }) => key)).size).toBe(3);
    expect(readOpened(writeOpened(sample.opened))).toEqual(sample.opened);
  });

  it('open with that key what lies in the leaf, and are no key for the whole record', () => {
    const [first] = sample.opened;
    const envelope = sample.lines.flatMap((line) => readEnvelope(line) ?? []).find(({ id }) => id === first?.event);
    const sealed = envelope?.sealed?.['drafter'];
    if (first === undefined || envelope === undefined || sealed === undefined)
      throw new RangeError('nothing is sealed');
    const key = Buffer.from(first.key, 'hex');
    const context = fieldContextOf(envelope, 'drafter');
    expect(openWithFieldKey({ fieldKey: key, context, sealed })).toBe('Kim');
    expect(() => openField({ key, context, sealed })).toThrow(
      expect.objectContaining({ code: 'SEALED_VALUE_DAMAGED' }),
    );
  });

  it('leave out what no key opens any more', async () => {
    const envelopes = sample.lines.flatMap((line) => readEnvelope(line) ?? []);
    expect(await openedFieldsOf({ find: async () => undefined }, envelopes)).toEqual([]);
  });

  it('are read in one spelling only', () => {
    const text = Buffer.from(writeOpened(sample.opened)).toString();
    for (const changed of [
      text.replace('{', '{ '),
      text.replace(/"key":"[0-9a-f]{64}/, (key) => key.toUpperCase()),
      text.replace('"field"', '"more":1,"field"'),
      text.slice(0, -1),
      text + text,
    ]) {
      expect(readOpened(Buffer.from(changed)), changed).toBeUndefined();
    }
  });
});
