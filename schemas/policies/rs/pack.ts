import type { PolicyPack } from '../policy-pack.ts';

const decree = 'Уредба о канцеларијском пословању органа државне управе, „Сл. гласник РС”, 80/92 и 21/2020';
const instruction = 'Упутство о канцеларијском пословању органа државне управе, „Сл. гласник РС”, 10/93';
const categories = 'Уредба о категоријама регистратурског материјала с роковима чувања, „Сл. гласник РС”, 44/93';
const heritage = 'Закон о културним добрима, „Сл. гласник РС”, 71/94';
const archives = 'Закон о архивској грађи и архивској делатности, „Сл. гласник РС”, 6/2020';
const foi = 'Закон о слободном приступу информацијама од јавног значаја, „Сл. гласник РС”, 120/2004';
const start = '1993-02-10';

/** A form in both scripts, which are two documents even where they say the same. */
function inBothScripts(form: { id: string; cyrillic: string; latin: string; template: string; outgoing: boolean }) {
  const { id, cyrillic, latin, outgoing } = form;
  const shared = { template: { country: 'rs', form: form.template }, outgoing, book: 'delovodnik' };
  return [
    { id, name: cyrillic, language: 'sr-Cyrl' as const, ...shared },
    { id: `${id}-latn`, name: latin, language: 'sr-Latn' as const, ...shared },
  ];
}

const notPublicDeed = { id: 'nije-isprava', text: 'Допис који није јавна исправа' };

function dispatchBy(sealOmission: { id: string; text: string }[]) {
  return {
    sealOmission,
    omittedSeal: { 'sr-Cyrl': 'без печата', 'sr-Latn': 'bez pečata' },
    returns: [
      { id: 'oblik', text: 'Акт нема прописан облик' },
      { id: 'pecat', text: 'Нема печата ни ознаке да је изостављен' },
      { id: 'prilog', text: 'Недостаје прилог' },
    ],
  };
}

/** Serbia: office management by case numbers and categories of records; a finished case is filed, *ad acta* (а/а). */
export const rs: PolicyPack = {
  id: 'rs',
  name: 'Србија',
  languages: ['sr-Cyrl', 'sr-Latn'],
  forms: [
    {
      from: start,
      source: decree,
      rule: [
        ...inBothScripts({
          id: 'dopis',
          cyrillic: 'Допис',
          latin: 'Dopis',
          template: 'official-letter',
          outgoing: true,
        }),
        ...inBothScripts({
          id: 'interni-akt',
          cyrillic: 'Интерни акт',
          latin: 'Interni akt',
          template: 'internal-memo',
          outgoing: false,
        }),
        ...inBothScripts({
          id: 'zahtev-prekovremeni',
          cyrillic: 'Захтев за прековремени рад',
          latin: 'Zahtev za prekovremeni rad',
          template: 'internal-memo',
          outgoing: false,
        }),
      ],
    },
  ],
  documentMetadata: [{ from: start, source: decree, rule: { summary: 'none', keywords: 'none' } }],
  numbering: [
    {
      from: start,
      source: `${instruction}; ${decree}`,
      rule: {
        // One register (деловодник) a body and year. Base number and sub-number (основни број, подброј) number a case
        // and its papers; a register here numbers papers, so each opens a base number and is its first paper, 01.
        scope: 'institution',
        reset: 'year',
        openingNumber: 0,
        display: '{unitCode}-{category}-{number}/{year}-01',
        date: 'establishment',
        // What comes in is numbered in the same book; it is classed later, when it reaches its unit.
        receipts: { book: 'delovodnik', display: '{unitCode}-{number}/{year}-01' },
      },
    },
  ],
  dispatch: [
    { from: start, source: instruction, rule: dispatchBy([notPublicDeed]) },
    {
      from: '2017-10-27',
      source: 'Закон о електронском документу, електронској идентификацији и услугама од поверења, 94/2017',
      rule: dispatchBy([notPublicDeed, { id: 'elektronski-pecat', text: 'Документ носи електронски печат органа' }]),
    },
  ],
  levels: [
    {
      from: start,
      source: 'Закон о државној управи, „Сл. гласник РС”, 20/92 и 79/2005',
      rule: [
        { id: 'rukovodilac', name: 'Руководилац органа' },
        { id: 'nacelnik-uprave', name: 'Начелник управе' },
        { id: 'nacelnik-odeljenja', name: 'Начелник одељења' },
        { id: 'sef-odseka', name: 'Шеф одсека' },
        { id: 'sluzbenik', name: 'Службеник' },
      ],
    },
  ],
  marks: [
    {
      from: start,
      source: 'practice',
      rule: {
        'sr-Cyrl': {
          roles: { drafter: 'Обрадио', reviewer: 'Прегледао', 'concurring-officer': 'Сагласан', approver: 'Одобрио' },
          delegated: 'по овлашћењу',
          proxy: 'у замени',
          withOpinion: 'са мишљењем',
          attachment: '{name}',
          date: '{DD}.{MM}.{year}.',
        },
        'sr-Latn': {
          roles: { drafter: 'Obradio', reviewer: 'Pregledao', 'concurring-officer': 'Saglasan', approver: 'Odobrio' },
          delegated: 'po ovlašćenju',
          proxy: 'u zameni',
          withOpinion: 'sa mišljenjem',
          attachment: '{name}',
          date: '{DD}.{MM}.{year}.',
        },
      },
    },
  ],
  disclosure: [
    {
      from: start,
      source: `${foi}, чл. 9 и 14`,
      rule: {
        classes: {
          'sr-Cyrl': { open: 'јавно', partial: 'делимично јавно', closed: 'није јавно' },
          'sr-Latn': { open: 'javno', partial: 'delimično javno', closed: 'nije javno' },
        },
        grounds: [
          { id: '9-1', text: 'Живот, здравље, сигурност или друго важно добро неког лица' },
          { id: '9-2', text: 'Откривање и гоњење кривичних дела, судски и други правни поступци' },
          { id: '9-3', text: 'Одбрана земље, национална и јавна безбедност, међународни односи' },
          { id: '9-4', text: 'Економски процеси и оправдани економски интереси' },
          { id: '9-5', text: 'Државна, службена, пословна или друга тајна' },
          { id: '14', text: 'Приватност, углед и друга права лица на које се информација односи' },
        ],
      },
    },
  ],
  // Each body adopts its own list of categories (листа категорија); these are the terms that it may choose from.
  retention: [
    {
      from: start,
      source: `${categories}; ${archives}`,
      rule: [
        { id: 'trajno', name: 'Трајно', years: null, action: 'keep' },
        { id: '10', name: '10 година', years: 10, action: 'appraise' },
        { id: '5', name: '5 година', years: 5, action: 'appraise' },
        { id: '3', name: '3 године', years: 3, action: 'appraise' },
        { id: '2', name: '2 године', years: 2, action: 'appraise' },
      ],
    },
  ],
  folderClosing: [
    {
      from: start,
      source: `${instruction}; ${categories}`,
      rule: { lastDay: '12-31', trigger: 'folder-closed', startsOn: 'next-year' },
    },
  ],
  // Only what is kept for good is archival material (архивска грађа), so no term in years goes to the archives.
  transfer: [
    {
      from: start,
      source: heritage,
      rule: { toRecordsCentreYears: 2, toArchivesYears: 30, archivesFromYears: 100 },
    },
    {
      from: '2021-02-02',
      source: archives,
      rule: { toRecordsCentreYears: 2, toArchivesYears: 30, archivesFromYears: 100 },
    },
  ],
  disclosureReview: [{ from: start, source: 'default', rule: { everyYears: null, later: [] } }],
  controlClass: [{ from: start, source: 'default', rule: { least: 'demo-software' } }],
  attachments: [{ from: start, source: 'default', rule: { maxBytes: 52_428_800, maxCount: 50 } }],
  outageRelief: [{ from: start, source: 'default', rule: { deadline: 'unchanged' } }],
  withdrawal: [{ from: start, source: 'practice', rule: { until: 'next-act' } }],
};
