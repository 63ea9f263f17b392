import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandIdOf, commandMacOf, nameBasedId } from './command-id.ts';

describe('nameBasedId', () => {
  it('is a UUID of version 5, the same for the same parts', () => {
    const id = nameBasedId('event', 'mois', 'draft-1');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(nameBasedId('event', 'mois', 'draft-1')).toBe(id);
  });

  it('keeps parts apart, however their text could be joined', () => {
    const parts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const isSame = JSON.stringify(left) === JSON.stringify(right);
        expect(nameBasedId(...left) === nameBasedId(...right)).toBe(isSame);
      }),
    );
    expect(commandIdOf('a', 'b', 'c', 'd')).not.toBe(commandIdOf('a', 'b', 'cd', ''));
  });
});

describe('commandMacOf', () => {
  it('tells inputs apart and tells nothing without the key', () => {
    const key = new Uint8Array(32).fill(7);
    const mac = commandMacOf(key, { a: 1, b: 2 });
    expect(commandMacOf(key, { b: 2, a: 1 })).toBe(mac);
    expect(commandMacOf(key, { a: 1, b: 3 })).not.toBe(mac);
    expect(commandMacOf(new Uint8Array(32), { a: 1, b: 2 })).not.toBe(mac);
  });
});
