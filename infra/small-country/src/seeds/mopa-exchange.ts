import { exchange, exchangeTask, partly } from './classes.ts';
import type { Seed } from './seed.ts';
import { outline, paragraph, table, text } from './writing.ts';

/** The section's letters to partner archives, and the memos about them. */
export const mopaExchange: readonly Seed[] = [
  {
    ...exchangeTask,
    key: 'exchange-01',
    at: '2014-03-20T03:15:00.000Z',
    classification: exchange('letter', 'reply'),
    text: text({
      title: 'Loan of the tide registers: reply to your letter of 5 March',
      summary: 'The Ministry agrees to lend six tide registers for an exhibition in Port Amber.',
      keywords: ['loan', 'tide registers'],
      to: ['The Curator, Maritime Museum of Port Amber'],
      body: [
        paragraph('Dear Ms Lund,'),
        paragraph(
          'Thank you for your letter of 5 March 2014. The Ministry is glad to lend the tide registers for your exhibition.',
        ),
        outline([
          'Six volumes can be lent, from 1 June to 30 November 2014.',
          'The museum insures the volumes while they are away.',
          'Photography without flash is allowed.',
        ]),
        paragraph('Yours sincerely,'),
      ],
    }),
    story: [
      {
        step: 2,
        decision: 'reviewed',
        opinion: 'Volumes 4 and 5 have loose bindings; the workshop has been asked to look at them.',
      },
      {
        step: 4,
        decision: 'returned',
        opinion: 'State the insured value and who pays for carriage, and name the volumes.',
      },
    ],
    until: 'returned',
  },
  {
    ...exchangeTask,
    key: 'exchange-02',
    redraftOf: 'exchange-01',
    at: '2014-03-25T02:00:00.000Z',
    classification: exchange('letter', 'reply'),
    text: text({
      title: 'Loan of the tide registers: conditions, in reply to your letter of 5 March',
      summary:
        'The Ministry agrees to lend six named tide registers, insured for USD 12,000, carriage paid by the museum.',
      keywords: ['loan', 'tide registers', 'insurance'],
      to: ['The Curator, Maritime Museum of Port Amber'],
      body: [
        paragraph('Dear Ms Lund,'),
        paragraph(
          'Thank you for your letter of 5 March 2014. The Ministry lends the following registers from 1 June to 30 November 2014.',
        ),
        table(
          ['Reference', 'Register', 'Years', '>Insured value in USD'],
          [
            ['TR/1', 'North Pier', '1898–1903', '2,000'],
            ['TR/2', 'North Pier', '1904–1911', '2,000'],
            ['TR/3', 'Lighthouse Point', '1901–1909', '2,500'],
            ['TR/6', 'Lighthouse Point', '1910–1918', '2,500'],
            ['TR/7', 'Old Dock', '1905–1912', '1,500'],
            ['TR/8', 'Old Dock', '1913–1920', '1,500'],
            ['Together', '', '', '12,000'],
          ],
        ),
        outline([
          [
            'The museum',
            [
              'insures the registers from shelf to shelf;',
              'pays for carriage in both directions;',
              'keeps them at 50 lux or less.',
            ],
          ],
          'An officer of the Ministry travels with the registers and signs the condition reports.',
        ]),
        paragraph('Yours sincerely,'),
      ],
    }),
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-03',
    at: '2014-03-31T04:20:00.000Z',
    classification: exchange('memo', 'routine'),
    text: text({
      title: 'Names for the scanning team',
      keywords: ['scanning', 'staff'],
      body: [
        paragraph('To be completed when the Finance Department has confirmed the two temporary posts.'),
        table(
          ['Task', 'Person', 'From'],
          [
            ['Preparation', 'N. Petrov', '5 May'],
            ['Scanning', 'to be named', '2 June'],
          ],
        ),
      ],
    }),
    until: 'drafting',
  },
  {
    ...exchangeTask,
    key: 'exchange-04',
    at: '2014-04-08T06:30:00.000Z',
    classification: exchange('letter', 'routine'),
    text: text({
      title: 'Invitation to the partners’ day of 30 May 2014',
      summary: 'Partner archives are invited to Harbour City for 30 May.',
      keywords: ['partners’ day'],
      to: ['The Director, National Records Office of Tarn', 'The Curator, Maritime Museum of Port Amber'],
      body: [
        paragraph('The Ministry invites two delegates of each partner to its annual day.'),
        outline([
          'Friday, 30 May 2014, 9:30 to 16:00',
          'Reading room, 12 Lane Xang Avenue',
          'Please name your delegates by 9 May 2014.',
        ]),
      ],
    }),
    until: 'withdrawn',
  },
  {
    ...exchangeTask,
    key: 'exchange-05',
    at: '2014-04-23T01:40:00.000Z',
    classification: exchange('memo', 'routine'),
    text: text({
      title: 'Shelf check of the Harbour Commission series',
      keywords: ['shelf check', 'Harbour Commission'],
      body: [
        paragraph('The shelf check of 14 to 17 March found 117 volumes, as listed.'),
        table(
          ['Series', '>Listed', '>Found', 'Remark'],
          [
            ['HC/1 Minutes', '38', '38', 'in good order'],
            ['HC/2 Correspondence with pilots', '52', '52', 'volumes 17 and 18 damaged by water'],
            ['HC/5 Dredging accounts', '27', '27', 'spines loose in four volumes'],
          ],
        ),
        paragraph('The loose volumes have been tied and marked.'),
      ],
    }),
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-06',
    at: '2014-04-30T02:50:00.000Z',
    classification: exchange('letter', 'reply', partly('commercial')),
    text: text({
      title: 'Purchase of acid-free boxes: reply to your offer of 11 April',
      summary: 'The Ministry accepts the offer for 600 boxes at USD 4.20 each.',
      keywords: ['acid-free boxes', 'purchase'],
      to: ['Riverside Paper Works Ltd'],
      body: [
        outline([
          'The Ministry accepts your offer of 11 April 2014 for acid-free boxes.',
          [
            'Order',
            table(
              ['Size', '>Number', '>Price each in USD', '>Sum in USD'],
              [
                ['Folio', '400', '4.20', '1,680.00'],
                ['Quarto', '200', '4.20', '840.00'],
                ['Together', '600', '', '2,520.00'],
              ],
            ),
          ],
          'Delivery to Harbour City by 23 May 2014; payment within 30 days.',
        ]),
      ],
    }),
    story: [
      {
        step: 3,
        decision: 'concurred-with-dissent',
        opinion: 'Funds are available, but a second offer should have been asked for at this sum.',
      },
    ],
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-07',
    at: '2014-05-13T05:10:00.000Z',
    classification: exchange('letter', 'routine'),
    text: text({
      title: 'Delivery of the first scans: acknowledgement',
      summary: 'Receipt of 1,140 scanned pages is acknowledged.',
      keywords: ['scans', 'acknowledgement'],
      to: ['The Director, National Records Office of Tarn'],
      body: [
        paragraph(
          'We have received the disk of 7 May 2014 with 1,140 pages of the pilots’ letters. All checksums agree with your list.',
        ),
        paragraph('Pages 212 and 213 are out of focus; we should be grateful for new scans of both.'),
      ],
    }),
    story: [
      {
        step: 2,
        edit: {
          title: 'Delivery of the first scans: acknowledgement and two pages to repeat',
        },
      },
    ],
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-08',
    at: '2014-05-21T03:35:00.000Z',
    classification: exchange('memo', 'routine', partly('privacy')),
    text: text({
      title: 'Reading room visitors, January to April 2014',
      keywords: ['reading room', 'statistics'],
      body: [
        table(
          ['Month', '>Visitors', '>Items issued'],
          [
            ['January', '61', '204'],
            ['February', '74', '251'],
            ['March', '82', '263'],
            ['April', '58', '190'],
            ['Together', '275', '908'],
          ],
        ),
        paragraph('Names of visitors are kept in the reading room book and are not repeated here.'),
      ],
    }),
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-09',
    at: '2014-05-28T07:20:00.000Z',
    classification: exchange('letter', 'reply'),
    text: text({
      title: 'Training of two conservators: reply to your invitation of 12 May',
      summary: 'The Ministry will send two conservators for three weeks and bears their travel costs.',
      keywords: ['training', 'conservation'],
      to: ['The Head of Workshop, National Records Office of Tarn'],
      body: [
        outline([
          'The Ministry gladly sends two conservators to your workshop from 7 to 25 July 2014.',
          [
            'We understand that',
            ['your office provides lodging and materials;', 'the Ministry bears travel costs of about USD 1,380.'],
          ],
          'Both would like to work on water-damaged bindings.',
        ]),
      ],
    }),
    until: 'in-review',
    stopBefore: 3,
  },
  {
    ...exchangeTask,
    key: 'exchange-10',
    at: '2014-06-05T02:05:00.000Z',
    classification: exchange('memo', 'routine'),
    text: text({
      title: 'Handling of damaged volumes during scanning',
      keywords: ['scanning', 'conservation'],
      body: [
        outline([
          'Stop as soon as a page tears or the binding gives.',
          ['Put the volume into a tray and note', ['the reference and the page,', 'the time, and', 'what was seen.']],
          'Call the workshop; nobody but a conservator repairs anything.',
        ]),
      ],
    }),
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'exchange-11',
    at: '2014-06-17T04:45:00.000Z',
    classification: exchange('memo', 'routine'),
    text: text({
      title: 'Change of supplier for scanner lamps',
      keywords: ['scanner', 'supplier'],
      body: [paragraph('The present supplier delivers again; no change is needed.')],
    }),
    until: 'discarded',
  },
  {
    ...exchangeTask,
    key: 'exchange-12',
    at: '2014-06-25T06:00:00.000Z',
    classification: exchange('letter', 'routine'),
    text: text({
      title: 'Dates for the carriage of the returned registers',
      summary: 'Three dates in December are offered for the return of the tide registers.',
      keywords: ['loan', 'carriage'],
      to: ['The Curator, Maritime Museum of Port Amber'],
      body: [
        paragraph('For the return of the six tide registers we can offer these dates:'),
        outline(['Wednesday, 3 December 2014', 'Thursday, 4 December 2014', 'Tuesday, 9 December 2014']),
        paragraph('Please let us know which of them suits you.'),
      ],
    }),
    until: 'submitted',
  },
];
