import type { InnerBlock, OutlineItem, TableBlock, TextRun } from '@sillok/schemas/vocabulary/document-content';
import type { PaperModel } from '../paper-model.ts';

export function run(text: string): TextRun {
  return { type: 'text', text };
}

export function paragraph(text: string): InnerBlock {
  return { type: 'paragraph', runs: text === '' ? [] : [run(text)] };
}

export function item(text: string, ...items: OutlineItem[]): OutlineItem {
  return { runs: [run(text)], ...(items.length === 0 ? {} : { items }) };
}

export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): TableBlock {
  const cells = (texts: readonly string[]) => texts.map((text) => ({ runs: text === '' ? [] : [run(text)] }));
  return {
    type: 'table',
    alignments: header.map((_, column) => (column === 0 ? 'left' : 'right')),
    header: cells(header),
    rows: rows.map(cells),
  };
}

/** A Korean letter to many (일반기안문). */
export const koreanLetter: PaperModel = {
  country: 'kr',
  form: 'official-letter',
  language: 'ko',
  createdAt: '2026-11-20T05:30:00.000Z',
  institution: { name: '행정안전부' },
  addressees: ['감사담당관', '인사기획관', '재난구호정책과장'],
  title: '2026년 하반기 기록물평가심의회 개최',
  content: {
    type: 'doc',
    blocks: [
      {
        type: 'outline',
        items: [
          item('관련', item('「공공기록물 관리에 관한 법률」 제27조'), item('기록관리과-4120(2026. 10. 16.)')),
          {
            ...item('위 호와 관련하여 심의회를 아래와 같이 개최합니다.', item('일시: 2026. 12. 3.(목) 14:00')),
            blocks: [table(['구분', '의견'], ['폐기', '268권'], ['보류', '14권'])],
          },
        ],
      },
    ],
  },
  attachments: [
    { name: '평가 대상 목록', quantity: '1부.' },
    { name: '기록물평가심의서(안)', quantity: '1부.' },
  ],
  senderName: '행정안전부장관',
  line: [
    { step: 1, roleLabel: '기안', position: '주무관' },
    { step: 2, roleLabel: '검토', position: '사무관' },
    { step: 3, roleLabel: '협조', position: '감사담당관' },
    { step: 4, roleLabel: '결재', position: '기록관리과장', mark: '전결' },
  ],
  disclosureLabel: '부분공개(5)',
  contact: {
    postcode: '30112',
    address: '세종특별자치시 도움6로 42',
    homepage: 'www.example.go.kr',
    telephone: '044-205-2200',
    fax: '044-205-8700',
    email: 'records@example.go.kr',
  },
  demo: true,
  summary: '기록물평가심의회 개최 알림',
  keywords: ['기록물', '폐기'],
};

const { senderName: _, ...letterWithoutSender } = koreanLetter;

/** A paper that stays inside (간이기안문): nobody sends it. */
export const koreanMemo: PaperModel = {
  ...letterWithoutSender,
  form: 'internal-memo',
  addressees: [],
  title: '기록물평가심의회 운영 계획 보고',
  attachments: [],
};

export const englishLetter: PaperModel = {
  ...koreanLetter,
  country: 'generic',
  language: 'en',
  institution: { name: 'Ministry of Public Records', parent: 'Republic of Examples' },
  addressees: ['The Mayor of Riverton', 'The National Archives'],
  via: 'Office of the Prime Minister',
  title: 'Appraisal of records whose retention period has ended',
  content: {
    type: 'doc',
    blocks: [paragraph('Dear colleagues,'), { type: 'outline', items: [item('Meeting', item('3 December 2026'))] }],
  },
  attachments: [{ name: 'List of folders', quantity: '1 copy' }],
  senderName: 'Minister of Public Records',
  line: [
    { step: 1, roleLabel: 'Drafted', position: 'Records officer' },
    { step: 2, roleLabel: 'Approved', position: 'Director' },
  ],
  disclosureLabel: 'Partly open (5)',
  demo: false,
};

const serbianContact = {
  postcode: '37999',
  address: 'Бела Вода, Трг слободе 1',
  telephone: '+381 37 555 0100',
  email: 'pisarnica@belavoda.example',
};

/** Допис, in Cyrillic. */
export const serbianLetter: PaperModel = {
  ...englishLetter,
  country: 'rs',
  language: 'sr-Cyrl',
  institution: { name: 'Општина Бела Вода' },
  addressees: ['Народни музеј, Трстеник'],
  via: 'Завод за заштиту споменика',
  title: 'Сарадња на изложби „Сто година читалишта”',
  content: {
    type: 'doc',
    blocks: [
      paragraph('Поштовани,'),
      { type: 'outline', items: [item('Љубазно молимо', item('џепну карту Ђердапа'))] },
    ],
  },
  attachments: [{ name: 'Списак предмета' }],
  senderName: 'Председница општине',
  line: [{ step: 1, roleLabel: 'Одобрио', position: 'Председница општине' }],
  disclosureLabel: 'јавно',
  contact: serbianContact,
  demo: true,
};

const { senderName: __, via: ___, ...serbianWithoutSender } = serbianLetter;

/** A simple form that stays inside, in Latin. */
export const serbianRequest: PaperModel = {
  ...serbianWithoutSender,
  form: 'internal-memo',
  formName: 'Zahtev za prekovremeni rad',
  language: 'sr-Latn',
  addressees: [],
  title: 'Prekovremeni rad u martu 2014. godine',
  content: { type: 'doc', blocks: [table(['Zaposleni', 'Sati'], ['Đorđe Čanković', '8'])] },
  attachments: [],
  disclosureLabel: 'javno',
};

export const laoReport: PaperModel = {
  ...englishLetter,
  country: 'lo',
  form: 'meeting-report',
  language: 'lo',
  institution: { name: 'ກະຊວງພາຍໃນ' },
  addressees: ['ທ່ານ ລັດຖະມົນຕີ'],
  title: 'ບົດລາຍງານກອງປະຊຸມ ປະຈຳປີ 2026',
  content: { type: 'doc', blocks: [paragraph('ກອງປະຊຸມໄດ້ຕົກລົງເຫັນດີ.'), table(['ລາຍການ', 'ຈຳນວນ'], ['ທຳລາຍ', '254'])] },
  attachments: [],
  senderName: 'ຫົວໜ້າກົມ',
  line: [{ step: 1, roleLabel: 'ຜູ້ອະນຸມັດ', position: 'ຫົວໜ້າກົມ' }],
  disclosureLabel: 'ເປີດເຜີຍ',
  demo: true,
};
