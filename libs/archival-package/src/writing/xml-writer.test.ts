import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { xmlElement, xmlText } from './xml-writer.ts';

const written = (pieces: Iterable<string>) => [...pieces].join('');

function isHeld(text: string): boolean {
  try {
    return xmlText(text).length === 1;
  } catch {
    return false;
  }
}

describe('xmlElement', () => {
  it('writes attributes in their order and leaves out what is undefined', () => {
    expect(written(xmlElement('a', { c: 1, b: undefined, d: 'x' }))).toBe('<a c="1" d="x"/>\n');
    expect(written(xmlElement('a', {}, xmlText('b')))).toBe('<a>b</a>\n');
    expect(written(xmlElement('a', {}, xmlElement('b', {})))).toBe('<a>\n<b/>\n</a>\n');
  });

  it('asks for what is inside only when it comes to it', () => {
    const asked: number[] = [];
    function* many(): Generator<string> {
      for (let number = 0; ; number += 1) {
        asked.push(number);
        yield* xmlElement('b', { number });
      }
    }
    const pieces = xmlElement('a', {}, many());
    expect([pieces.next().value, pieces.next().value, pieces.next().value]).toEqual([
      '<a>\n',
      '<b number="0"/>\n',
      '<b number="1"/>\n',
    ]);
    expect(asked).toEqual([0, 1]);
  });

  it.each(['\u0000', '\u000b', '\uffff', '\ud800'])('refuses %j, which XML cannot hold', (character) => {
    expect(() => xmlText(`a${character}`)).toThrow(RangeError);
    expect(() => written(xmlElement('a', { b: character }))).toThrow(RangeError);
  });

  it('lets a parser read back every text and attribute as it was', () => {
    const text = fc.string({ unit: 'binary' }).filter(isHeld);
    fc.assert(
      fc.property(text, text, (attribute, content) => {
        const read = { attribute: '', content: '' };
        let isOver = false;
        const parser = new SaxesParser();
        parser.on('opentag', ({ attributes }) => {
          read.attribute = String(attributes['b']);
        });
        parser.on('text', (piece) => {
          if (!isOver) read.content += piece;
        });
        parser.on('closetag', () => {
          isOver = true;
        });
        parser.write(written(xmlElement('a', { b: attribute }, xmlText(`.${content}`)))).close();
        expect(read).toEqual({ attribute, content: `.${content}` });
      }),
    );
  });
});
