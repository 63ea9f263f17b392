import { exchange, exchangeTask, laoReport, partly } from './classes.ts';
import type { Seed } from './seed.ts';
import { type Item, outline, paragraph, text } from './writing.ts';

const munhwa = { institutionId: 'munhwa', name: 'Ministry of Records and Culture (기록문화부)' };

type Told = Pick<Seed, 'until' | 'story' | 'stopBefore' | 'exchange' | 'folder'> & {
  readonly to?: Parameters<typeof text>[0]['to'];
  readonly disclosure?: Seed['classification']['disclosure'];
};

function letter(key: string, at: string, title: string, words: readonly [string, ...Item[]], told: Told): Seed {
  const { to, disclosure, ...more } = told;
  const [opening, ...items] = words;
  const body = [paragraph(opening), ...(items.length > 0 ? [outline(items)] : [])];
  const written = text({ title, summary: opening, keywords: ['records'], body, ...(to === undefined ? {} : { to }) });
  const form = to === undefined ? 'memo' : 'letter';
  return { ...exchangeTask, key, at, classification: exchange(form, 'routine', disclosure), text: written, ...more };
}

function report(key: string, at: string, title: string, items: readonly Item[], told: Told): Seed {
  const to = ['ທ່ານ ເຈົ້າແຂວງດອກຈຳປາ'];
  const written = text({ title, summary: title, keywords: ['ກອງປະຊຸມ'], to, body: [outline(items)] });
  return { ...exchangeTask, key, at, classification: laoReport(), text: written, ...told };
}

const loans = {
  key: 'loans',
  title: 'Loans to the Maritime Museum, spring 2014',
  agreement: 'NAH 2014/1, papers of finished loans',
} as const;

/** Letters to the other ministry, memos of a closed folder, and three more reports in Lao. */
export const mopaSummer: readonly Seed[] = [
  letter(
    'summer-letter-01',
    '2014-04-24T04:35:00.000Z',
    'Our transfer lists and acceptance checklist',
    [
      'You asked how we transfer records; the forms that we use are described below.',
      'The transfer list has nine columns, of which the office fills seven.',
      'The acceptance checklist is signed by both sides on the day of carriage.',
      'In three years 1,214 boxes were transferred and eleven were sent back.',
    ],
    { to: [munhwa], until: 'registered', exchange: { to: 'munhwa', until: 'received' } },
  ),
  letter(
    'summer-letter-02',
    '2014-05-14T03:50:00.000Z',
    'Visit of three records officers in June: names and arrival',
    [
      'Three of our officers accept your invitation for the week of 23 June.',
      'They arrive on Sunday 22 June in the afternoon.',
      'One of them does not eat fish.',
    ],
    { to: [munhwa], until: 'registered', exchange: { to: 'munhwa', until: 'in-unit' } },
  ),
  letter(
    'summer-letter-03',
    '2014-06-12T02:30:00.000Z',
    'Year, month, day: our consent',
    ['The Ministry agrees to write dates in lists as year, month and day from 1 July 2014 on.'],
    { to: [munhwa], until: 'registered', exchange: { to: 'munhwa', until: 'arrived' } },
  ),
  letter(
    'summer-letter-04',
    '2014-06-20T04:10:00.000Z',
    'Moisture barriers for carriage by sea',
    [
      'The packing that our forwarder uses is described below.',
      'An aluminium laminate of 120 micrometres, sealed by heat.',
      'Silica gel, 500 grams for each cubic metre.',
    ],
    { to: [munhwa], until: 'registered', exchange: { to: 'munhwa', until: 'returned', ground: 'seal' } },
  ),
  letter(
    'loan-01',
    '2014-04-28T06:15:00.000Z',
    'Condition of the six tide registers before the loan',
    [
      'The workshop looked at all six volumes on 25 April.',
      'Volumes 1, 2, 3 and 8 are sound.',
      'Volumes 6 and 7 travel in cradles because their spines are weak.',
    ],
    { folder: loans, until: 'registered' },
  ),
  letter(
    'loan-02',
    '2014-05-16T07:05:00.000Z',
    'Insurance certificate for the tide registers received',
    ['The museum sent the certificate on 14 May; it covers USD 12,000 from door to door.'],
    { folder: { ...loans, isLast: true }, until: 'registered' },
  ),
  letter(
    'summer-memo-01',
    '2014-05-27T05:25:00.000Z',
    'Second scanner out of service',
    ['The lamp of the second scanner failed on 26 May.', 'A spare is on its way; one shift is moved to the evening.'],
    { until: 'registered' },
  ),
  letter(
    'summer-memo-02',
    '2014-06-16T03:20:00.000Z',
    'Names of visitors to be left out of the monthly figures',
    ['The reading room still lists visitors by name in its monthly figures; from June on it should count them only.'],
    { disclosure: partly('privacy'), until: 'in-review', stopBefore: 2 },
  ),
  letter(
    'summer-memo-03',
    '2014-06-30T04:05:00.000Z',
    'Shelf space until the end of the year',
    ['At the present pace the second store is full in November.', '140 metres are free in the first store.'],
    { until: 'submitted' },
  ),
  letter(
    'summer-memo-04',
    '2014-07-08T02:55:00.000Z',
    'Summer rota of the workshop',
    ['The workshop closes from 11 to 15 August.', 'Urgent repairs go to the bench in the reading room.'],
    { until: 'drafting' },
  ),
  report(
    'summer-report-01',
    '2014-05-02T03:30:00.000Z',
    'ຜົນກອງປະຊຸມກະກຽມຫ້ອງເກັບມ້ຽນເອກະສານ ກ່ອນລະດູຝົນ',
    ['ກວດກາຫຼັງຄາ ແລະ ປ່ອງຢ້ຽມ ຂອງຫ້ອງເກັບມ້ຽນ 3 ຫ້ອງ.', 'ຍ້າຍ 28 ແຟ້ມ ທີ່ຢູ່ຊັ້ນລຸ່ມ ຂຶ້ນຊັ້ນເທິງ.'],
    { until: 'registered' },
  ),
  report(
    'summer-report-02',
    '2014-06-06T02:40:00.000Z',
    'ຜົນກອງປະຊຸມກ່ຽວກັບການຝຶກອົບຮົມພະນັກງານເອກະສານ',
    ['ຝຶກອົບຮົມ 12 ທ່ານ ໃນວັນທີ 7 ຫາ 9 ກໍລະກົດ 2014.', 'ພະແນກການເງິນ ຮັບຜິດຊອບຄ່າເດີນທາງ.'],
    {
      until: 'returned',
      story: [{ step: 2, decision: 'returned', opinion: 'Please add the cost of travel for each person.' }],
    },
  ),
  report(
    'summer-report-03',
    '2014-07-03T03:15:00.000Z',
    'ຜົນກອງປະຊຸມສະຫຼຸບວຽກງານສະແກນ 6 ເດືອນຕົ້ນປີ 2014',
    ['ສະແກນໄດ້ 412 ແຟ້ມ, ເທົ່າກັບ 82 ສ່ວນຮ້ອຍ ຂອງແຜນການ.', 'ກອງປະຊຸມຄັ້ງຕໍ່ໄປ ຈະຈັດຂຶ້ນໃນເດືອນ ຕຸລາ 2014.'],
    { until: 'registered' },
  ),
];
