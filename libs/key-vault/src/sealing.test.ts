import { randomBytes } from 'node:crypto';
import type { Json } from '@sillok/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldKeyOf, openField, openWithFieldKey, type SealedField, sealField } from './sealing.ts';

const keyName = 'entry:01HDOCUMENT';
const key = new Uint8Array(randomBytes(32));
const context = {
  log: 'ministry-of-the-interior',
  stream: 'approval_case-01H',
  eventId: '0190f3d2-5c1e-5a7b-8f00-000000000001',
  schema: 'approval.DocumentApproved.v1',
  field: 'opinion',
};
const damaged = expect.objectContaining({ code: 'SEALED_VALUE_DAMAGED' });
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

function seal(value: Json): SealedField {
  return sealField({ keyName, key, context, value });
}

describe('a sealed field', () => {
  test('opens to the value that was sealed', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(openField({ key, context, sealed: seal(value) })).toEqual(value);
      }),
    );
  });

  test('is another text each time', () => {
    expect(seal('제목').ciphertext).not.toBe(seal('제목').ciphertext);
    expect(seal('제목').nonce).not.toBe(seal('제목').nonce);
  });

  test('shows no length finer than 32 bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (title) => {
        const length = Buffer.from(seal(title).ciphertext, 'base64url').length - 16;
        expect(length % 32).toBe(0);
        expect(length).toBeGreaterThan(0);
      }),
    );
    expect(seal('a').ciphertext.length).toBe(seal('a title of thirty bytes ......').ciphertext.length);
  });

  test('opens in no other place', () => {
    const sealed = seal('an opinion');
    for (const part of ['log', 'stream', 'eventId', 'schema', 'field'] as const) {
      const elsewhere = { ...context, [part]: `${context[part]}x` };
      expect(() => openField({ key, context: elsewhere, sealed })).toThrow(damaged);
    }
  });

  test('opens under no other key and no other name of the key', () => {
    const sealed = seal('an opinion');
    const other = new Uint8Array(randomBytes(32));
    expect(() => openField({ key: other, context, sealed })).toThrow(damaged);
    expect(() => openField({ key, context, sealed: { ...sealed, keyName: 'entry:01HOTHER' } })).toThrow(damaged);
  });

  test('takes the commitment from the key alone, so that the fields of an event can be compared with it', () => {
    expect(seal('one').commitment).toBe(seal('another').commitment);
    const underAnother = sealField({ keyName, key: new Uint8Array(32), context, value: 'one' });
    expect(underAnother.commitment).not.toBe(seal('one').commitment);
  });

  test('is damaged by any changed, added or removed character', () => {
    const parts = fc.constantFrom('commitment', 'nonce', 'ciphertext');
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= ');
    fc.assert(
      fc.property(json, parts, fc.nat(), letters, fc.nat(2), (value, part, at, letter, removed) => {
        const sealed = seal(value);
        const text = sealed[part];
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + letter + text.slice(place + removed);
        fc.pre(changed !== text);
        expect(() => openField({ key, context, sealed: { ...sealed, [part]: changed } })).toThrow(damaged);
      }),
    );
  });

  test('refuses a key that has not 32 bytes', () => {
    expect(() => sealField({ keyName, key: key.subarray(1), context, value: 1 })).toThrow(RangeError);
  });
});

describe('the key of one field', () => {
  test('opens its field, and is not the key behind it', () => {
    const fieldKey = fieldKeyOf(key, context);
    expect(Buffer.from(fieldKey).equals(key)).toBe(false);
    expect(openWithFieldKey({ fieldKey, context, sealed: seal('제목') })).toBe('제목');
  });

  test('opens no other field and no other event, even under the same key', () => {
    for (const part of ['eventId', 'field'] as const) {
      const elsewhere = { ...context, [part]: `${context[part]}x` };
      const sealed = sealField({ keyName, key, context: elsewhere, value: 'another' });
      expect(() => openWithFieldKey({ fieldKey: fieldKeyOf(key, context), context: elsewhere, sealed })).toThrow(
        damaged,
      );
    }
  });

  test('opens nothing in another place, and is no key of another length', () => {
    const fieldKey = fieldKeyOf(key, context);
    const sealed = seal('an opinion');
    const elsewhere = { ...context, stream: 'record-01J' };
    expect(() => openWithFieldKey({ fieldKey, context: elsewhere, sealed })).toThrow(damaged);
    expect(() => openWithFieldKey({ fieldKey: fieldKey.subarray(1), context, sealed })).toThrow(damaged);
  });
});
