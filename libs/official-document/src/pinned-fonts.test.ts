import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontCoverage } from './font-coverage.ts';
import { coveredBy, fontFiles, fontsDigest } from './pinned-fonts.ts';

describe('coveredBy', () => {
  it.each([
    ['A', ['Noto Sans', 'Noto Sans Korean', 'Noto Sans Lao']],
    ['Ж', ['Noto Sans', 'Noto Sans Korean']],
    ['ђ', ['Noto Sans']],
    ['가', ['Noto Sans Korean']],
    ['힣', ['Noto Sans Korean']],
    ['ສ', ['Noto Sans Lao']],
    ['ភ', []],
    ['😀', []],
  ])('says who draws %s', (character, families) => {
    expect(coveredBy(character.codePointAt(0) ?? 0)).toEqual(families);
  });
});

describe('fontCoverage', () => {
  it('finds every modern Hangul syllable in both weights', () => {
    for (const file of fontFiles().filter((name) => name.includes('KR'))) {
      const ranges = fontCoverage(readFileSync(file));
      const syllables = ranges.filter(([first, last]) => first <= 0xd7a3 && last >= 0xac00);
      const count = syllables.reduce(
        (sum, [first, last]) => sum + Math.min(last, 0xd7a3) - Math.max(first, 0xac00) + 1,
        0,
      );
      expect(count).toBe(11_172);
    }
  });

  it('reads the 16-bit table, segments with and without glyph array', () => {
    expect(fontCoverage(fontWithSegments())).toEqual([
      [0x41, 0x43],
      [0x61, 0x61],
      [0x63, 0x63],
    ]);
  });

  it('rejects what is no font', () => {
    expect(() => fontCoverage(new Uint8Array(16))).toThrow(RangeError);
  });
});

describe('fontsDigest', () => {
  it('is one digest over all files', () => {
    expect(fontFiles()).toHaveLength(6);
    expect(fontsDigest()).toMatch(/^[0-9a-f]{64}$/);
  });
});

// A font of one table: `cmap` with one format 4 subtable. The second segment goes through the glyph array, in which
// the middle character has glyph 0.
function fontWithSegments(): Uint8Array {
  const ends = [0x43, 0x63, 0xffff];
  const starts = [0x41, 0x61, 0xffff];
  const deltas = [-0x40, 0, 1];
  // From the entry itself to the array: two entries on, in bytes.
  const rangeOffsets = [0, 4, 0];
  const glyphs = [5, 0, 7];
  const words = [4, 0, 0, 6, 0, 0, 0, ...ends, 0, ...starts, ...deltas, ...rangeOffsets, ...glyphs];
  const font = new DataView(new ArrayBuffer(28 + 12 + words.length * 2));
  font.setUint16(4, 1);
  for (const [index, letter] of [...'cmap'].entries()) font.setUint8(12 + index, letter.charCodeAt(0));
  font.setUint32(20, 28);
  font.setUint16(30, 1);
  font.setUint16(32, 3);
  font.setUint16(34, 1);
  font.setUint32(36, 12);
  for (const [index, word] of words.entries()) font.setInt16(40 + index * 2, word);
  return new Uint8Array(font.buffer);
}
