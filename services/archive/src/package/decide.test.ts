import { eventsOf, fold } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { expect, it } from 'vitest';
import { type PreservePackage, packageDecider, packageStream } from './decide.ts';

const preserving: PreservePackage = {
  type: 'PreservePackage',
  preserved: {
    packageId: 'package-0001',
    transferId: 'transfer-0001',
    senderId: 'mopa',
    accession: '2045-0001',
    edition: 1,
    packageFile: '2045-0001-package-0001.zip',
    packageBytes: 10,
    packageDigest: 'a'.repeat(64),
    metsDigest: 'b'.repeat(64),
    items: [{ documentId: 'document-letter', disclosure: { class: 'open', grounds: [] } }],
  },
};

it('preserves a package once', () => {
  const { decide } = packageDecider;
  const made = eventsOf(decide(preserving, packageDecider.initialState));
  const state = fold(packageDecider, made);
  expect(made).toMatchObject([{ type: 'archive.PackagePreserved.v1', data: { accession: '2045-0001' } }]);
  expect(decide(preserving, state)).toEqual([]);
  const other = { ...preserving, preserved: { ...preserving.preserved, packageDigest: 'c'.repeat(64) } };
  expect(decide(other, state)).toEqual(refuse('already-exists', 'packageId'));
  expect(packageStream('package-0001')).toBe('package-package-0001');
});
