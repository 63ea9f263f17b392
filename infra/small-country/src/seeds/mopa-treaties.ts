import { closed, exchange, exchangeTask } from './classes.ts';
import type { Seed } from './seed.ts';
import { outline, paragraph, table, text } from './writing.ts';

/** Agreements that only the Minister signs. */
export const mopaTreaties: readonly Seed[] = [
  {
    ...exchangeTask,
    key: 'treaty-01',
    at: '2014-03-04T02:25:00.000Z',
    classification: exchange('letter', 'treaty', closed('security')),
    text: text({
      title: 'Draft convention on the return of displaced archives',
      summary: 'The Ministry proposes a convention on archives that were displaced between 1939 and 1954.',
      keywords: ['displaced archives', 'convention'],
      to: ['The Minister of Culture, Republic of Tarn'],
      body: [
        paragraph('Excellency,'),
        paragraph(
          'I have the honour to propose that our two countries conclude a convention on the return of displaced archives.',
        ),
        outline([
          'Each party lists the displaced archives in its keeping within two years.',
          [
            'Archives go back',
            [
              'to the institution that made them, or its successor;',
              'free of charge; and',
              'with a copy for the party that kept them.',
            ],
          ],
          'Disagreements are settled by a commission of three archivists from each side.',
        ]),
        paragraph('Please accept, Excellency, the assurances of my highest consideration.'),
      ],
    }),
    story: [
      { step: 3, decision: 'reviewed', opinion: 'Article 2 has been agreed with the Foreign Ministry at desk level.' },
    ],
    until: 'in-review',
    stopBefore: 4,
  },
  {
    ...exchangeTask,
    key: 'treaty-02',
    at: '2014-05-26T01:30:00.000Z',
    classification: exchange('letter', 'treaty'),
    text: text({
      title: 'Agreement on the exchange of records: signature and entry into force',
      summary:
        'The Ministry sends the signed agreement on the exchange of records and proposes 1 July 2014 for its entry into force.',
      keywords: ['agreement', 'exchange of records'],
      to: ['The Director, National Records Office of Tarn'],
      body: [
        paragraph('The Ministry has signed the agreement in the wording of 30 April 2014.'),
        table(
          ['Article', 'Subject', 'Changed since the second draft'],
          [
            ['1', 'Subject', 'no'],
            ['2', 'Scanning', 'resolution raised to 400 dots per inch for maps'],
            ['3', 'Cost', 'no'],
            ['4', 'Access', 'a year of delay where privacy calls for it'],
          ],
        ),
        paragraph('We propose that it enter into force on Tuesday, 1 July 2014.'),
      ],
    }),
    until: 'registered',
  },
  {
    ...exchangeTask,
    key: 'treaty-03',
    at: '2014-06-19T03:00:00.000Z',
    classification: exchange('memo', 'treaty', closed('deliberation')),
    text: text({
      title: 'Mandate for talks on a regional register of maritime records',
      keywords: ['mandate', 'maritime records'],
      body: [
        outline([
          'Aim: one register of maritime records before 1960, kept by four countries in turn.',
          [
            'Limits of the mandate',
            [
              'no yearly contribution above USD 15,000;',
              'no transfer of originals;',
              'working languages English and Lao.',
            ],
          ],
          'The delegation is led by the Director of International Cooperation.',
        ]),
      ],
    }),
    until: 'in-review',
    stopBefore: 5,
  },
];
