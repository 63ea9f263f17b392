import { emptyDirectory, type Seal } from '@sillok/authority';
import { expect, it } from 'vitest';
import { sealToAffix } from './seal-to-affix.ts';

const seal = { sealId: 'munhwa-seal', version: 1, kind: 'institution', from: '2014-01-01', until: '2015-01-01' };

function directoryWith(change: object) {
  const directory = emptyDirectory();
  // Only when a seal is in force is asked here; text, shape and key are not looked at.
  directory.seals.push({ ...seal, ...change } as Seal);
  return directory;
}

it('affixes the seal that is in force', () => {
  expect(sealToAffix(directoryWith({}), '2014-12-31T12:00:00.000Z')).toMatchObject({ sealId: 'munhwa-seal' });
});

it.each([
  ['before its first day', {}, '2013-12-31T23:59:59.999Z'],
  ['from its last day on', {}, '2015-01-01T00:00:00.000Z'],
  ['once it is retired', { retiredOn: '2014-06-01' }, '2014-06-01T00:00:00.000Z'],
  ['where it is of another kind', { kind: 'head' }, '2014-12-31T12:00:00.000Z'],
])('affixes none %s', (_, change, at) => {
  const refusal = expect.objectContaining({ code: 'seal-not-valid-now', field: 'seal' });
  expect(() => sealToAffix(directoryWith(change), at)).toThrow(refusal);
});
