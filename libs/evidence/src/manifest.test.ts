import type { Json } from '@sillok/kernel';
import { manifest as manifestSchema } from '@sillok/schemas/statements/manifest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenEntry, entryValue, makeManifest, manifestDigest, withoutEntries } from './manifest.ts';

function salts(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
}

const made = () =>
  makeManifest(
    [
      ['title', '정보공개 청구 처리 결과'],
      ['opinion', null],
      ['attachments', [{ name: 'a.pdf', bytes: 12 }]],
    ],
    salts(),
  );

describe('manifest', () => {
  it('is what its schema says, and whole', () => {
    expect(manifestSchema.parse(made())).toEqual(made());
    expect(brokenEntry(made())).toBeUndefined();
    expect(entryValue(made(), 'attachments')).toEqual([{ name: 'a.pdf', bytes: 12 }]);
    expect(entryValue(made(), 'opinion')).toBeNull();
  });

  it('salts each entry apart, so that equal values look different', () => {
    const { entries } = makeManifest(
      [
        ['a', 1],
        ['b', 1],
      ],
      salts(),
    );
    expect(new Set(entries.map((entry) => entry.salt)).size).toBe(2);
    const other = makeManifest([['a', 1]], () => 'f'.repeat(32));
    expect(other.entries[0]?.digest).not.toBe(entries[0]?.digest);
  });

  it('keeps its digest when entries are taken out, and tells nothing about them', () => {
    const json = fc.jsonValue({ stringUnit: 'grapheme' });
    const named = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), json), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    fc.assert(
      fc.property(named, fc.func(fc.boolean()), (values, isTakenOut) => {
        // fast-check's JSON is ours as well.
        const whole = makeManifest(values as [string, Json][], salts());
        const names = values.map(([name]) => name).filter((name) => isTakenOut(name));
        const redacted = withoutEntries(whole, names);
        expect(manifestDigest(redacted)).toBe(manifestDigest(whole));
        expect(brokenEntry(redacted)).toBeUndefined();
        for (const entry of redacted.entries.filter(({ name }) => names.includes(name))) {
          expect(Object.keys(entry).sort()).toEqual(['digest', 'name']);
        }
      }),
    );
  });

  it('changes its digest with every value, name and order', () => {
    const digests = [
      makeManifest(
        [
          ['a', 1],
          ['b', 2],
        ],
        salts(),
      ),
      makeManifest(
        [
          ['a', 1],
          ['b', 3],
        ],
        salts(),
      ),
      makeManifest(
        [
          ['a', 1],
          ['c', 2],
        ],
        salts(),
      ),
      makeManifest(
        [
          ['b', 2],
          ['a', 1],
        ],
        salts(),
      ),
    ].map(manifestDigest);
    expect(new Set(digests).size).toBe(4);
  });

  it('finds the entry whose value is not what was digested', () => {
    const whole = made();
    const forged = whole.entries.map((entry) => (entry.name === 'title' ? { ...entry, value: 'Anything' } : entry));
    expect(brokenEntry({ ...whole, entries: forged })).toBe('title');
  });

  it('finds a value that was slipped in without its salt', () => {
    const redacted = withoutEntries(made(), ['title']);
    const forged = redacted.entries.map((entry) => (entry.name === 'title' ? { ...entry, value: 'Anything' } : entry));
    expect(brokenEntry({ ...redacted, entries: forged })).toBe('title');
  });

  it('finds a salt without its value, and a name that is said twice', () => {
    const whole = made();
    const [first] = whole.entries;
    if (first === undefined) throw new Error('the manifest is empty');
    const { value: _, ...half } = first;
    expect(brokenEntry({ ...whole, entries: [half] })).toBe('title');
    expect(brokenEntry({ ...whole, entries: [...whole.entries, first] })).toBe('title');
  });
});
