import { packs } from '@sillok/schemas/policies/packs';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { expect, it } from 'vitest';
import { writtenDate } from './written-date.ts';

it.each([
  ['kr', 'ko', '2014. 3. 7.'],
  ['generic', 'en', '2014-03-07'],
  ['generic', 'lo', '2014-03-07'],
  ['rs', 'sr-Cyrl', '07.03.2014.'],
  ['rs', 'sr-Latn', '07.03.2014.'],
] as const)('writes a day as %s does in %s', (pack, language, written) => {
  expect(writtenDate('2014-03-07', inForce(packs[pack]?.marks ?? [], '2014-03-07')?.[language]?.date)).toBe(written);
});

it('writes ISO 8601 where no pack says how', () => {
  expect(writtenDate('2014-03-07')).toBe('2014-03-07');
});
