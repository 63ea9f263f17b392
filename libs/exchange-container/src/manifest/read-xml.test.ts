import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';

function read(text: string) {
  return readXml(new TextEncoder().encode(text), 'x.xml');
}

describe('readXml', () => {
  it('resolves namespaces, attributes and entities', () => {
    const root = read(
      `<?xml version="1.0"?>\n<!-- c -->\n<p:a xmlns:p="urn:p" xmlns="urn:d"><b c='&lt;&#xAC00;&#65;'>t&amp;u</b></p:a>`,
    );
    expect(root).toMatchObject({ namespace: 'urn:p', name: 'a' });
    expect(root.children[0]).toMatchObject({ namespace: 'urn:d', name: 'b', text: 't&u' });
    expect(root.children[0]?.attributes.get('c')).toBe('<가A');
  });

  it('ends a declared namespace with its element', () => {
    expect(() => read('<a><b xmlns:p="urn:p"><p:c/></b><p:d/></a>')).toThrow(/prefix of p:d/);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['an entity of its own', '<a>&e;</a>'],
    ['a bare ampersand', '<a>a & b</a>'],
    ['an impossible character', '<a>&#0;</a>'],
    ['CDATA', '<a><![CDATA[x]]></a>'],
    ['a processing instruction', '<a><?x y?></a>'],
    ['a second declaration', '<a><?xml version="1.0"?></a>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>b'],
    ['an open element', '<a><b></a>'],
    ['a stray end', '<a/></a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a prefix that nobody declared', '<p:a/>'],
    ['nothing', ''],
    ['endless depth', '<a>'.repeat(40) + '</a>'.repeat(40)],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'CONTAINER_MALFORMED', details: { entry: 'x.xml' } }),
    );
  });

  it('refuses what is not UTF-8', () => {
    expect(() => readXml(Buffer.from('<a>\u00e9</a>', 'latin1'), 'x.xml')).toThrow(/not UTF-8/);
  });
});
