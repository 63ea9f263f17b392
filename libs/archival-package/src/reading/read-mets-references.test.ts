import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytes, samplePackage } from '../testing/sample-package.ts';
import { readMetsReferences } from './read-mets-references.ts';

const files = samplePackage();

describe('readMetsReferences', () => {
  it('tells each file of a METS that lies alone, with its digest', () => {
    const references = readMetsReferences(files.get('METS.xml') ?? new Uint8Array()) ?? [];
    expect(references.map(({ path }) => path).toSorted()).toEqual([
      'documentation/read me.txt',
      'metadata/descriptive/dc.xml',
      'metadata/other/rights.xml',
      'metadata/preservation/premis.xml',
      'representations/rep1/METS.xml',
      'schemas/mets.xsd',
    ]);
    for (const { path, sha256 } of references) {
      const content = files.get(path) ?? new Uint8Array();
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
  });

  it.each(['', '<a', '<mets xmlns="http://www.loc.gov/METS/">', '<other/>'])('reads nothing in %j', (text) => {
    expect(readMetsReferences(bytes(text))).toBeUndefined();
  });
});
