import type { PolicyPack } from '../policy-pack.ts';

const iso = 'ISO 15489-1:2016';
const moreq = 'MoReq2010';
const start = '2001-01-01';

/** For a country whose own pack is not written yet; English, with a Lao form beside it. */
export const generic: PolicyPack = {
  id: 'generic',
  name: 'Generic',
  languages: ['en', 'lo'],
  forms: [
    {
      from: start,
      source: `${iso} 9.3`,
      rule: [
        {
          id: 'letter',
          name: 'Official letter',
          template: { country: 'generic', form: 'official-letter' },
          language: 'en',
          outgoing: true,
          book: 'register',
        },
        {
          id: 'memo',
          name: 'Internal memo',
          template: { country: 'generic', form: 'internal-memo' },
          language: 'en',
          outgoing: false,
          book: 'register',
        },
        {
          id: 'meeting-report-lo',
          name: 'ບົດລາຍງານກອງປະຊຸມ',
          template: { country: 'lo', form: 'meeting-report' },
          language: 'lo',
          outgoing: true,
          book: 'register',
        },
      ],
    },
  ],
  documentMetadata: [{ from: start, source: `${iso} 5.2.3`, rule: { summary: 'none', keywords: 'none' } }],
  numbering: [
    {
      from: start,
      source: `${moreq} 6`,
      rule: {
        scope: 'institution',
        reset: 'year',
        openingNumber: 0,
        display: '{institution}/{year}/{number}',
        date: 'establishment',
        receipts: { book: 'received', display: '{institution}/IN/{year}/{number}' },
      },
    },
  ],
  dispatch: [
    {
      from: start,
      source: 'practice',
      rule: {
        sealOmission: [{ id: 'routine', text: 'Routine correspondence' }],
        omittedSeal: { en: 'Seal omitted', lo: 'ບໍ່ປະທັບຕາ' },
        returns: [
          { id: 'form', text: 'The document lacks the form that is required' },
          { id: 'attachment', text: 'An attachment is missing' },
        ],
      },
    },
  ],
  levels: [
    {
      from: start,
      source: `${iso} 6.3`,
      rule: [
        { id: 'minister', name: 'Minister' },
        { id: 'permanent-secretary', name: 'Permanent Secretary' },
        { id: 'director', name: 'Director' },
        { id: 'head-of-section', name: 'Head of Section' },
        { id: 'officer', name: 'Officer' },
      ],
    },
  ],
  marks: [
    {
      from: start,
      source: 'practice',
      rule: {
        en: {
          roles: { drafter: 'Drafted', reviewer: 'Reviewed', 'concurring-officer': 'Concurred', approver: 'Approved' },
          delegated: 'By delegation',
          proxy: 'Acting for',
          withOpinion: 'with opinion',
          attachment: '{name}',
          date: '{year}-{MM}-{DD}',
        },
        lo: {
          roles: { drafter: 'ຜູ້ຮ່າງ', reviewer: 'ຜູ້ກວດກາ', 'concurring-officer': 'ຜູ້ເຫັນດີ', approver: 'ຜູ້ອະນຸມັດ' },
          delegated: 'ຕາງໜ້າ',
          proxy: 'ຮັກສາການແທນ',
          withOpinion: 'ມີຄຳເຫັນ',
          attachment: '{name}',
          date: '{year}-{MM}-{DD}',
        },
      },
    },
  ],
  disclosure: [
    {
      from: start,
      source: 'Council of Europe Convention No. 205, art. 3',
      rule: {
        classes: {
          en: { open: 'Open', partial: 'Partly open', closed: 'Closed' },
          lo: { open: 'ເປີດເຜີຍ', partial: 'ເປີດເຜີຍບາງສ່ວນ', closed: 'ບໍ່ເປີດເຜີຍ' },
        },
        grounds: [
          { id: 'security', text: 'National security, defence, international relations' },
          { id: 'safety', text: 'Public safety; prevention and investigation of crime' },
          { id: 'privacy', text: 'Privacy and other legitimate private interests' },
          { id: 'commercial', text: 'Commercial and other economic interests' },
          { id: 'deliberation', text: 'Deliberations within or between authorities' },
          { id: 'proceedings', text: 'Equality of parties in court proceedings' },
        ],
      },
    },
  ],
  retention: [
    {
      from: start,
      source: `${moreq} 8`,
      rule: [
        { id: 'permanent', name: 'Permanent', years: null, action: 'keep' },
        { id: '30', name: '30 years', years: 30, action: 'appraise' },
        { id: '10', name: '10 years', years: 10, action: 'appraise' },
        { id: '5', name: '5 years', years: 5, action: 'appraise' },
        { id: '1', name: '1 year', years: 1, action: 'appraise' },
      ],
    },
  ],
  folderClosing: [
    {
      from: start,
      source: `${moreq} 8`,
      rule: { lastDay: '12-31', trigger: 'folder-closed', startsOn: 'next-day' },
    },
  ],
  transfer: [
    {
      from: start,
      source: `${moreq} 11`,
      rule: { toRecordsCentreYears: 2, toArchivesYears: 10, archivesFromYears: 30 },
    },
  ],
  disclosureReview: [{ from: start, source: 'default', rule: { everyYears: null, later: [] } }],
  controlClass: [{ from: start, source: 'default', rule: { least: 'demo-software' } }],
  attachments: [{ from: start, source: 'default', rule: { maxBytes: 52_428_800, maxCount: 50 } }],
  outageRelief: [{ from: start, source: 'default', rule: { deadline: 'unchanged' } }],
  withdrawal: [{ from: start, source: 'practice', rule: { until: 'next-act' } }],
};
