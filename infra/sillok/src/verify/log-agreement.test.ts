import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { describe, expect, it } from 'vitest';
import { isAbout } from './log-agreement.ts';

function event(type: string, data: Envelope['data']): Envelope {
  return {
    id: 'event-0001',
    type,
    log: 'mois',
    stream: 'transfer-0001',
    revision: 0,
    recordedAt: '2026-03-02T00:00:00.000Z',
    actor: 'person-00001',
    commandId: 'command-1',
    commandMac: 'ab',
    correlationId: 'command-1',
    causationId: 'command-1',
    data,
  };
}

const prepared = event('records.TransferPrepared.v1', {
  transferId: 'transfer-00000001',
  folderId: 'folder-00000001',
  archivesId: 'archives',
  unitId: 'unit-00000001',
  items: ['document-0000001'],
  previousTransferId: null,
  agreement: null,
  preparedBy: 'person-00001',
  on: '2026-03-02',
});
const log = { envelopes: [prepared, undefined] };
const built = (transferId: string) => event('records.SubmissionBuilt.v1', { transferId });

describe('what an event of the log is about', () => {
  it('is the document that it names', () => {
    const named = event('records.RecordSealed.v1', { documentId: 'document-0000001' });
    expect(isAbout('document-0000001', named, log)).toBe(true);
    expect(isAbout('document-0000002', named, log)).toBe(false);
  });

  it('is every record that a transfer was prepared for', () => {
    expect(isAbout('document-0000001', prepared, log)).toBe(true);
    expect(isAbout('document-0000001', built('transfer-00000001'), log)).toBe(true);
    expect(isAbout('document-0000002', built('transfer-00000001'), log)).toBe(false);
    expect(isAbout('document-0000001', built('transfer-00000002'), log)).toBe(false);
    expect(isAbout('document-0000001', undefined, log)).toBe(false);
  });
});
