import type { DublinCore, ErmsModel, ErmsRecord, PremisModel } from '@sillok/archival-package';

const approver = {
  role: 'approver',
  name: '이서준',
  id: 'person-0003',
  organisation: '행정안전부',
  unit: '과장',
} as const;
const disposal = {
  retention: '10',
  period: 'P10Y',
  description: '10년',
  action: 'transfer',
  mandate: '공공기록물 관리에 관한 법률 시행령 제26조',
  start: '2027-01-01',
  end: '2036-12-31',
} as const;

/** A letter of ours that says all that the writer can say. */
const letter: ErmsRecord = {
  id: '01JDOCUMENT0001',
  title: '정보공개 청구 «처리» <&>"\' 🙂 \u2067abc\u2069',
  type: 'produced',
  display: '정보공개정책과-1',
  number: 1,
  register: 'FIN-01/2026/register',
  language: 'ko',
  direction: 'outgoing',
  keywords: ['정보공개', 'ຂໍ້ມູນ', 'Захтев', 'Zahtev'],
  summary: '청구를 처리한다.\n둘째 줄.',
  disclosure: {
    class: 'partial',
    grounds: [{ code: '6', citation: '공공기관의 정보공개에 관한 법률 제9조 제1항 제6호' }],
    until: '2056-12-31',
  },
  disposal,
  createdAt: '2026-03-10T01:02:03.000Z',
  registeredAt: '2026-03-10T01:02:04.000Z',
  receivedAt: '2026-03-11T01:02:03.000Z',
  sentAt: '2026-03-10T02:00:00.000Z',
  reviewedOn: '2027-02-15',
  agents: [
    { role: 'drafter', name: '김하늘', id: 'person-0001', unit: '정보공개정책과' },
    { role: 'reviewer', id: 'person-0002' },
    approver,
    { role: 'recipient', name: 'ກະຊວງພາຍໃນ', id: 'LA-MOHA' },
  ],
  actions: [
    { type: 'reviewed', text: '검토', at: '2026-03-10T01:00:00.000Z', agent: { role: 'reviewer', id: 'person-0002' } },
    { type: 'approved', text: '전결', at: '2026-03-10T01:02:03.000Z', agent: approver },
  ],
  signatures: [{ isPresent: true, verifiedAt: '2027-03-01T00:00:00.000Z' }],
  components: [
    {
      name: 'document.pdf',
      path: 'data/document.pdf',
      fileFormat: 'fmt/477',
      description: 'record copy',
      isSigned: true,
    },
    { name: '붙임 & 1.xlsx', path: 'data/attachments/01-붙임 & 1.xlsx' },
  ],
  physicalLocations: ['서고 1-2-3'],
  relations: [
    { kind: 'answers', target: '01JDOCUMENT0000' },
    { kind: 'replaces', target: '01JDOCUMENT0002' },
    { kind: 'returned-earlier', target: '01JTRANSFER0000' },
  ],
};

/** Says everything that the writer of CITS ERMS can say: what `docs/metadata.md` names must be in it. */
export const exampleErms: ErmsModel = {
  identifier: '01JTRANSFER0001/item-0001',
  createdAt: '2027-03-02T00:00:00.000Z',
  agency: { name: '행정안전부', code: '1741000' },
  system: { name: 'Sillok', version: '0.1.0' },
  classificationSchema: {
    id: 'brm',
    status: 'current',
    from: '2006-01-01',
    to: '2030-12-31',
    description: '정부기능분류',
  },
  folder: {
    id: '01JFOLDER000001',
    title: '정보공개 청구 2026',
    classification: [
      { code: 'FIN', title: '정보공개' },
      { code: 'FIN-01', title: '청구 처리' },
    ],
    status: 'closed',
    openedOn: '2026-01-01',
    closedOn: '2026-12-31',
    disposal,
    agents: [{ role: 'responsible-unit', name: '정보공개정책과', id: 'unit-0001' }],
  },
  records: [letter],
};

const file = '01JDOCUMENT0001/data/document.pdf';

/** The same of PREMIS. */
export const examplePremis: PremisModel = {
  objects: [
    {
      kind: 'intellectualEntity',
      id: letter.id,
      originalName: letter.title,
      relationships: [{ type: 'structural', subType: 'has part', objectId: file }],
    },
    {
      kind: 'file',
      id: file,
      sha256: '0f'.repeat(32),
      bytes: 12_345,
      format: { name: 'Acrobat PDF/A', version: '2a', key: 'fmt/477' },
      originalName: 'document.pdf',
      path: 'data/document.pdf',
      relationships: [{ type: 'structural', subType: 'is part of', objectId: letter.id }],
    },
  ],
  events: [
    {
      id: '01JEVENT0000001',
      type: 'digital signature generation',
      at: '2026-03-10T01:02:05.000Z',
      detail: 'The record copy was completed and sealed by the institution (PAdES B-T)',
      outcome: 'success',
      outcomeNote: 'sealed',
      agents: [{ id: 'service:records', role: 'executing program' }],
      objects: [{ id: file, role: 'outcome' }],
    },
  ],
  agents: [
    { id: 'service:records', name: 'Sillok service:records', type: 'software', version: '0.1.0' },
    { id: '1741000', name: '행정안전부', type: 'organization' },
  ],
  rights: [
    {
      id: `${letter.id}/disclosure`,
      jurisdiction: 'kr',
      citation: '공공기관의 정보공개에 관한 법률 제9조',
      determinedAt: '2026-03-10T01:02:03.000Z',
      note: '제1항 제6호',
      act: 'disclose',
      restriction: 'partial',
      from: '2026-03-10',
      to: '2056-12-31',
      objects: [letter.id],
    },
  ],
};

/** The folder, in Dublin Core. */
export const exampleDc: DublinCore = {
  title: exampleErms.folder.title,
  creator: ['행정안전부', '정보공개정책과'],
  subject: ['정보공개 / 청구 처리'],
  description: '정보공개 청구 <&>',
  publisher: '행정안전부',
  contributor: ['국가기록원'],
  date: ['2026-01-01/2026-12-31'],
  type: 'Collection',
  format: ['application/pdf'],
  identifier: ['01JFOLDER000001'],
  language: ['ko'],
  relation: ['01JTRANSFER0000'],
  rights: ['partial'],
};
