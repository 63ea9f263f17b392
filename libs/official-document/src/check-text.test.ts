import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

describe('checkText', () => {
  it.each(['2026. 11. 22. 「공공기록물」 ①㉮ 금113,560원', 'Ђорђе – “навод”', 'ສະບາຍດີ', '漢字 あ ※ → □ ○ ㆍ', ''])(
    'accepts %s',
    (text) => expect(checkText(text, 'title')).toBeUndefined(),
  );

  it('refuses what is not in composed form', () => {
    expect(checkText('한글'.normalize('NFD'), 'title')).toEqual({ refused: 'text-not-nfc', field: 'title' });
  });

  it.each([
    ['a bidi override', '승인\u202e', 'U+202E'],
    ['an isolate', '\u2066x\u2069', 'U+2066'],
    ['a byte order mark', '\ufeff제목', 'U+FEFF'],
    ['a zero width space between Korean letters', '승\u200b인', 'U+200B'],
    ['a zero width joiner', 'a\u200db', 'U+200D'],
    ['a soft hyphen', 'a\u00adb', 'U+00AD'],
    ['a Hangul filler', '\u3164', 'U+3164'],
    ['a tag character', 'a\u{e0041}', 'U+E0041'],
    ['a line separator', 'a\u2028b', 'U+2028'],
    ['a null', 'a\u0000', 'U+0000'],
    ['a tab', 'a\tb', 'U+0009'],
    ['a C1 control', 'a\u0085', 'U+0085'],
  ])('refuses %s', (_, text, codepoint) => {
    expect(checkText(text, 'title')).toEqual({
      refused: 'text-control-character',
      field: 'title',
      details: { codepoint },
    });
  });

  it('allows a line feed only where lines may break', () => {
    expect(checkText('a\nb', 'title')?.refused).toBe('text-control-character');
    expect(checkText('a\nb', 'content', { lineBreaks: true })).toBeUndefined();
    expect(checkText('a\r\nb', 'content', { lineBreaks: true })?.details).toEqual({ codepoint: 'U+000D' });
  });

  it('allows a zero width space between Lao letters and nowhere else', () => {
    expect(checkText('ສະ\u200bບາຍ', 'title')).toBeUndefined();
    expect(checkText('ສະ\u200b', 'title')?.refused).toBe('text-control-character');
    expect(checkText('\u200bສະ', 'title')?.refused).toBe('text-control-character');
    expect(checkText('ສະ\u200b\u200bບາຍ', 'title')?.refused).toBe('text-control-character');
  });

  it.each([
    ['an emoji', '가😀나😀', '😀', 'U+1F600', 2],
    ['a script without font', 'ភាសា', 'ភ', 'U+1797', 4],
    ['a private use character', 'x\ue000', '\ue000', 'U+E000', 1],
    ['an unassigned code point', '\u0378', '\u0378', 'U+0378', 1],
    ['a lone surrogate', 'x\ud800', '\ufffd', 'U+D800', 1],
  ])('refuses %s and says how many there are', (_, text, character, codepoint, count) => {
    const details = { character, codepoint, count };
    expect(checkText(text, 'title')).toEqual({ refused: 'text-without-font', field: 'title', details });
  });

  it('asks no font for what is not printed', () => {
    expect(checkText('😀', 'keywords.0', { printed: false })).toBeUndefined();
    expect(checkText('a\u202e', 'keywords.0', { printed: false })?.refused).toBe('text-control-character');
  });
});
