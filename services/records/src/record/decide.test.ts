import { eventsOf, specificationOf } from '@sillok/decider';
import { refuse } from '@sillok/kernel';
import { describe, expect, it } from 'vitest';
import type { SealRecord } from './commands/seal-record.ts';
import { recordDecider, recordStream } from './decide.ts';

const { given } = specificationOf(recordDecider);
const seal: SealRecord = {
  type: 'SealRecord',
  sealed: {
    documentId: 'document-00001',
    sealId: 'seal-00001',
    sealVersion: 1,
    recordCopyAddress: '1'.repeat(64),
    recordCopyBytes: 4_096,
    evidenceAddress: '2'.repeat(64),
  },
  recordCopyDigest: '3'.repeat(64),
};

describe('record', () => {
  it('is sealed once: a second copy would be another document', () => {
    const events = eventsOf(given().when(seal));
    expect(events).toEqual([
      { type: 'records.RecordSealed.v1', data: seal.sealed, sealed: { recordCopyDigest: '3'.repeat(64) } },
    ]);
    expect(given(...events).when(seal)).toEqual(refuse('already-exists', 'documentId'));
  });

  it('has a stream of its own', () => {
    expect(recordStream('document-00001')).toBe('record-document-00001');
  });
});
