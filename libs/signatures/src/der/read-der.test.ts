import { describe, expect, it } from 'vitest';
import { readDer } from './read-der.ts';
import { readOid } from './read-oid.ts';
import { context, derValue, objectIdentifier, octetString, sequence, setOf, smallInteger } from './write-der.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('readDer', () => {
  it('reads what write-der writes, to the byte', () => {
    const value = sequence(
      smallInteger(5),
      setOf([octetString(new Uint8Array(300)), objectIdentifier('2.16.840.1.101.3.4.2.1')]),
      context(0, sequence()),
    );
    const read = readDer(value);
    expect(Buffer.from(read.bytes)).toEqual(Buffer.from(value));
    expect(read.children.map((child) => child.tag)).toEqual([0x02, 0x31, 0xa0]);
    expect(read.children[1]?.children.map((child) => child.content.length)).toEqual([300, 9]);
  });

  it.each([
    ['nothing', ''],
    ['bytes after the end', '05 00 00'],
    ['a length past the end', '04 02 00'],
    ['an indefinite length', '30 80 00 00'],
    ['a long form where the short one fits', '04 81 01 00'],
    ['a long form with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['a tag of several octets', '1f 81 01 00'],
    ['a constructed octet string', '24 03 04 01 00'],
    ['a primitive sequence', '10 00'],
    ['an empty integer', '02 00'],
    ['an integer with a needless zero', '02 02 00 7f'],
    ['a negative integer with a needless octet', '02 02 ff 80'],
    ['a boolean that is neither', '01 01 01'],
    ['a NULL with content', '05 01 00'],
    ['an unfinished identifier', '06 02 2a 86'],
    ['an identifier with a padded number', '06 03 2a 80 01'],
    ['a bit string with set unused bits', '03 02 01 01'],
    ['a bit string with eight unused bits', '03 02 08 00'],
    ['a set out of order', '31 06 02 01 02 02 01 01'],
    ['text that is not UTF-8', '0c 01 ff'],
    ['a UTCTime without seconds', `17 0b ${Buffer.from('2601010000Z').toString('hex')}`],
    ['a thirteenth month', `17 0d ${Buffer.from('261301000000Z').toString('hex')}`],
    ['the 30th of February', `18 0f ${Buffer.from('20260230000000Z').toString('hex')}`],
    ['a GeneralizedTime with a trailing zero', `18 11 ${Buffer.from('20260101000000.0Z').toString('hex')}`],
  ])('refuses %s', (_what, text) => {
    expect(() => readDer(hex(text))).toThrow(expect.objectContaining({ code: 'DER_MALFORMED' }));
  });

  it('refuses nesting without end', () => {
    const deep = Array.from({ length: 100 }).reduce<Uint8Array>((inner) => derValue(0x30, inner), hex('0500'));
    expect(() => readDer(deep)).toThrow(expect.objectContaining({ code: 'DER_MALFORMED' }));
  });

  it.each(['1.2.840.113549.1.9.16.2.47', '2.5.4.3', '2.999.3', '0.9.2342.19200300.100.1.25'])(
    'reads %s back',
    (dotted) => {
      expect(readOid(readDer(objectIdentifier(dotted)))).toBe(dotted);
    },
  );
});
