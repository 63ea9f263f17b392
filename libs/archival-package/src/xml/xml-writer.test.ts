import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { bytesOf, element, textElement, xmlDocument } from './xml-writer.ts';

function written(...pieces: Parameters<typeof element>): string {
  return [...element(...pieces)].join('');
}

it('writes elements, attributes and namespaces', () => {
  const root = element('a:r', { 'xmlns:a': 'urn:a', n: 1, left: undefined }, [
    textElement('a:t', 'ho & <hi>'),
    textElement('a:none', undefined),
    element('a:empty'),
  ]);
  expect(new TextDecoder().decode(bytesOf(xmlDocument(root)))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a:r xmlns:a="urn:a" n="1">\n<a:t>ho &amp; &lt;hi&gt;</a:t>\n<a:empty/>\n</a:r>\n',
  );
});

it('is read back as the same text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-composite' }), (text, value) => {
      const parser = new SaxesParser({ xmlns: true });
      const read = { text: '', value: '' };
      parser.on('text', (found) => {
        if (found !== '\n') read.text += found;
      });
      parser.on('opentag', ({ attributes }) => {
        read.value = attributes['v']?.value ?? '';
      });
      parser.write(written('t', { v: `\r\n\t'"${value}` }, `\r\t]]>${text}`)).close();
      expect(read).toEqual({ text: `\r\t]]>${text}`, value: `\r\n\t'"${value}` });
    }),
    { numRuns: 200 },
  );
});

it.each(['\u0000', '\u000b', '\ufffe', '\ud800', 'a\udc00b'])(
  'refuses a character that XML cannot hold (%j)',
  (text) => {
    expect(() => written('t', {}, text)).toThrow(expect.objectContaining({ code: 'CONTAINER_MALFORMED', field: 't' }));
    expect(() => written('t', { v: text })).toThrow(expect.objectContaining({ field: 't/@v' }));
  },
);

it('refuses what is no name', () => {
  expect(() => written('a b')).toThrow('no name of XML');
  expect(() => written('a', { 'x="1" y': 'z' })).toThrow('no name of XML');
});
