import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf } from '../xml/xml-writer.ts';
import { readErms } from './read-erms.ts';
import { ermsModels } from './testing/erms-arbitrary.ts';
import { writeErms } from './write-erms.ts';

it('reads back what was written', () => {
  fc.assert(
    fc.property(ermsModels, (model) => {
      expect(readErms(bytesOf(writeErms(model)))).toEqual(model);
    }),
    { numRuns: 150 },
  );
});
