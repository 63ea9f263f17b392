import type { PolicyPack } from '../policy-pack.ts';

const adm = '행정업무의 운영 및 혁신에 관한 규정';
const adr = '행정업무의 운영 및 혁신에 관한 규정 시행규칙';
const dec = '공공기록물 관리에 관한 법률 시행령';
const foi = '공공기관의 정보공개에 관한 법률';
const start = '2007-04-05';
/** DEC, addenda 17: what had passed its fifth year on the day of the amendment stays under the older rule. */
const spared = { passedBy: '2026-08-25', toArchivesYears: 10 };

/** Korea, on both sides of the amendments of 2026. */
export const kr: PolicyPack = {
  id: 'kr',
  name: '대한민국',
  languages: ['ko'],
  forms: [
    {
      from: start,
      source: `${adr} 3①③`,
      rule: [
        {
          id: 'general-draft',
          name: '일반기안문',
          template: { country: 'kr', form: 'official-letter' },
          language: 'ko',
          outgoing: true,
          book: 'register',
        },
        {
          id: 'simple-draft',
          name: '간이기안문',
          template: { country: 'kr', form: 'internal-memo' },
          language: 'ko',
          outgoing: false,
          book: 'register',
        },
      ],
    },
  ],
  documentMetadata: [
    { from: start, source: `${adm} 5②`, rule: { summary: 'none', keywords: 'none' } },
    { from: '2026-05-19', source: `${adm} 5②(1)`, rule: { summary: 'outgoing', keywords: 'outgoing' } },
  ],
  numbering: [
    {
      from: start,
      source: `${dec} 20③`,
      rule: {
        scope: 'unit',
        reset: 'year',
        openingNumber: 0,
        display: '{unit}-{number}',
        date: 'dispatch',
        receipts: { book: 'register', display: '{unit}-{number}' },
      },
    },
  ],
  dispatch: [
    {
      from: start,
      source: `${adm} 14③, ${adr} 16①`,
      rule: {
        sealOmission: [
          { id: 'gazette', text: '관보나 신문 등에 싣는 문서' },
          { id: 'simple-directive', text: '일일명령 등 단순 업무처리에 관한 지시문서' },
          { id: 'minor', text: '경미한 내용의 문서' },
        ],
        omittedSeal: { ko: '관인생략' },
        returns: [
          { id: 'form', text: '문서의 형식을 갖추지 못함' },
          { id: 'seal', text: '관인이 찍히지 않았거나 생략 표시가 없음' },
          { id: 'attachment', text: '붙임이 빠짐' },
        ],
      },
    },
  ],
  levels: [
    {
      from: start,
      source: `${adm} 10①②`,
      rule: [
        { id: 'minister', name: '장관' },
        { id: 'vice-minister', name: '차관' },
        { id: 'bureau-head', name: '실·국장' },
        { id: 'division-head', name: '과장' },
        { id: 'officer', name: '담당' },
      ],
    },
  ],
  marks: [
    {
      from: start,
      source: `${adr} 6③, 7②③`,
      rule: {
        ko: {
          roles: { drafter: '기안', reviewer: '검토', 'concurring-officer': '협조', approver: '결재' },
          delegated: '전결',
          proxy: '대결',
          withOpinion: '의견 있음',
          attachment: '{name} 1부.',
          // ADM 7⑤.
          date: '{year}. {month}. {day}.',
        },
      },
    },
  ],
  disclosure: [
    {
      from: start,
      source: `${foi} 9①`,
      rule: {
        classes: { ko: { open: '공개', partial: '부분공개', closed: '비공개' } },
        grounds: [
          { id: '1', text: '다른 법령에 따른 비밀·비공개' },
          { id: '2', text: '국가안전보장·국방·통일·외교관계' },
          { id: '3', text: '국민의 생명·신체·재산 보호' },
          { id: '4', text: '재판·수사·형의 집행' },
          { id: '5', text: '감사·시험·의사결정 과정' },
          { id: '6', text: '개인의 사생활' },
          { id: '7', text: '법인 등의 경영·영업상 비밀' },
          { id: '8', text: '부동산 투기·매점매석' },
        ],
      },
    },
  ],
  retention: [
    {
      from: start,
      source: `${dec} 26①`,
      rule: [
        { id: 'permanent', name: '영구', years: null, action: 'keep' },
        { id: 'semi-permanent', name: '준영구', years: null, action: 'appraise' },
        { id: '30', name: '30년', years: 30, action: 'appraise' },
        { id: '10', name: '10년', years: 10, action: 'appraise' },
        { id: '5', name: '5년', years: 5, action: 'appraise' },
        { id: '3', name: '3년', years: 3, action: 'appraise' },
        { id: '1', name: '1년', years: 1, action: 'appraise' },
      ],
    },
  ],
  folderClosing: [
    {
      from: start,
      source: `${dec} 24①, 26⑤`,
      rule: { lastDay: '12-31', trigger: 'folder-closed', startsOn: 'next-year' },
    },
  ],
  transfer: [
    {
      from: start,
      source: `${dec} (2025) 32①, 40①`,
      rule: { toRecordsCentreYears: 2, toArchivesYears: 10, archivesFromYears: 30 },
    },
    {
      from: '2026-08-25',
      source: `${dec} 40①`,
      rule: { toRecordsCentreYears: 2, toArchivesYears: 5, archivesFromYears: 30, spared },
    },
    {
      from: '2027-01-01',
      source: `${dec} 32①`,
      rule: { toRecordsCentreYears: 1, toArchivesYears: 5, archivesFromYears: 30, spared },
    },
  ],
  disclosureReview: [
    {
      from: start,
      source: '공공기록물 관리에 관한 법률 35②',
      rule: { everyYears: 5, later: [{ ground: '6', years: 30 }] },
    },
  ],
  controlClass: [{ from: start, source: `${adm} 6①`, rule: { least: 'demo-software' } }],
  attachments: [{ from: start, source: 'default', rule: { maxBytes: 52_428_800, maxCount: 50 } }],
  outageRelief: [{ from: '2010-05-05', source: '전자정부법 28③', rule: { deadline: 'day-after-fault' } }],
  withdrawal: [{ from: start, source: 'practice', rule: { until: 'next-act' } }],
};
