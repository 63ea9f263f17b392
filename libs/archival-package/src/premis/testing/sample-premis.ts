import type { PremisModel } from '../premis-model.ts';

/** One file of a record, what was done to it, by whom, and who may see it. */
export const samplePremis = {
  objects: [
    { kind: 'intellectualEntity', id: 'document-0001', relationships: [] },
    {
      kind: 'representation',
      id: 'item-0001',
      relationships: [{ type: 'structural', subType: 'represents', objectId: 'document-0001' }],
    },
    {
      kind: 'file',
      id: 'file-0001',
      sha256: 'ab'.repeat(32),
      bytes: 12_345,
      format: { name: 'Acrobat PDF/A', version: '2a', key: 'fmt/476' },
      originalName: 'Захтев <&>"\' 정보공개.pdf',
      path: 'data/document.pdf',
      relationships: [{ type: 'structural', subType: 'is part of', objectId: 'item-0001' }],
    },
  ],
  events: [
    {
      id: 'event-0001',
      type: 'digital signature generation',
      at: '2026-12-31T15:30:00.000Z',
      detail: 'records.RecordSealed.v1: the record copy was completed and sealed by the institution',
      outcome: 'success',
      outcomeNote: 'PAdES B-T',
      agents: [
        { id: 'person-0001', role: 'authorizer' },
        { id: 'sillok', role: 'executing program' },
      ],
      objects: [{ id: 'file-0001', role: 'outcome' }],
    },
  ],
  agents: [
    { id: 'person-0001', type: 'person' },
    { id: 'sillok', name: 'Sillok', type: 'software', version: '0.1.0' },
    { id: '1741000', name: '행정안전부', type: 'organization' },
  ],
  rights: [
    {
      id: 'rights-0001',
      jurisdiction: 'kr',
      citation: '공공기관의 정보공개에 관한 법률 제9조제1항제6호',
      determinedAt: '2026-12-31',
      act: 'disclose',
      restriction: 'partial',
      from: '2026-12-31',
      to: '2056-12-31',
      objects: ['document-0001', 'file-0001'],
    },
  ],
} as const satisfies PremisModel;
