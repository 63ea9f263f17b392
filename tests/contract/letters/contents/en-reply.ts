import type { OfficeContent } from '../office/office-model.ts';

const properties = { language: 'en-GB', author: 'Records and Archives Section', createdAt: '2014-02-28T07:45:00.000Z' };

const agreement: OfficeContent = {
  path: 'en-reply/Draft exchange agreement.docx',
  kind: 'docx',
  content: {
    ...properties,
    title: 'Draft agreement on the exchange of records',
    blocks: [
      {
        text: 'Between the Ministry of Public Administration (“the Ministry”) and the National Records Office of Tarn (“the Office”). Second draft, 28 February 2014, for comment.',
      },
      { heading: 'Article 1 – Subject' },
      {
        text: 'The parties exchange digital copies of the papers of the Harbour Commission, 1921–1958. The originals stay where they are; ownership does not change.',
      },
      { heading: 'Article 2 – Scanning' },
      {
        list: [
          'Each party scans its own holdings, at 300 dots per inch or more, in colour where colour carries meaning.',
          'Files are delivered as PDF/A with a list of checksums.',
          'Pages that cannot be scanned without harm are described in the list and left out.',
        ],
      },
      { heading: 'Article 3 – Cost' },
      {
        text: 'The parties share the cost as set out in the estimate. Neither party owes the other more than its share for 2014 without prior agreement in writing.',
      },
      { heading: 'Article 4 – Access' },
      {
        text: 'Copies are open to the public from the day of delivery, unless the party that delivers them says otherwise for a named file.',
      },
    ],
  },
};

const estimate: OfficeContent = {
  path: 'en-reply/Cost estimate 2014-2015.xlsx',
  kind: 'xlsx',
  content: {
    ...properties,
    title: 'Cost estimate 2014–2015',
    sheets: [
      {
        name: 'Summary',
        rows: [
          ['Item (US dollars)', 'Ministry', 'Office', 'Total'],
          ['Scanning of bound volumes', 8640, 8640, { sum: ['B2', 'C2'], value: 17280 }],
          ['Conservation before scanning', 3150, 1950, { sum: ['B3', 'C3'], value: 5100 }],
          ['Carriage and insurance', 1275, 0, { sum: ['B4', 'C4'], value: 1275 }],
          ['Storage for two years', 960, 960, { sum: ['B5', 'C5'], value: 1920 }],
          [
            'Total',
            { sum: ['B2', 'B5'], value: 14025 },
            { sum: ['C2', 'C5'], value: 11550 },
            { sum: ['D2', 'D5'], value: 25575 },
          ],
        ],
      },
      {
        name: 'Volumes',
        rows: [
          ['Series', 'Volumes', 'Pages'],
          ['Minutes of the Commission', 38, 11420],
          ['Correspondence with pilots', 52, 18060],
          ['Dredging accounts', 27, 9980],
          ['Total', { sum: ['B2', 'B4'], value: 117 }, { sum: ['C2', 'C4'], value: 39460 }],
        ],
      },
    ],
  },
};

const series: OfficeContent = {
  path: 'en-reply/List of series for exchange.odt',
  kind: 'odt',
  content: {
    ...properties,
    title: 'List of series for exchange',
    blocks: [
      { text: 'Holdings of the Ministry, as checked on the shelves between 10 and 21 February 2014.' },
      {
        table: [
          ['Reference', 'Series', 'Years', 'Volumes'],
          ['HC/1', 'Minutes of the Commission', '1921–1958', '38'],
          ['HC/2', 'Correspondence with pilots', '1924–1951', '52'],
          ['HC/5', 'Dredging accounts', '1930–1957', '27'],
        ],
      },
      { heading: 'Remarks' },
      {
        list: [
          'HC/2, volumes 17 and 18: water damage of 1949; conservation needed before scanning.',
          'HC/3 and HC/4 were never transferred to the Ministry and may be with the Office.',
        ],
      },
    ],
  },
};

const carriage: OfficeContent = {
  path: 'en-reply/Carriage and insurance note.pdf',
  kind: 'pdf',
  content: {
    ...properties,
    title: 'Carriage and insurance note',
    blocks: [
      {
        text: 'For the two water-damaged volumes of series HC/2, which travel to the conservation workshop of the National Records Office and back. All other originals stay in Harbour City.',
      },
      { heading: 'Consignment' },
      {
        table: [
          ['Item', 'Weight in kg', 'Insured for, in US dollars'],
          ['HC/2, volume 17', '6.4', '4,500'],
          ['HC/2, volume 18', '7.1', '4,500'],
          ['Together', '13.5', '9,000'],
        ],
      },
      { heading: 'Conditions' },
      {
        list: [
          'Carried by hand by an officer of the Ministry, in one sealed case.',
          'Insured from shelf to shelf, 5 May to 29 August 2014.',
          'Condition reports with photographs are signed at both ends.',
        ],
      },
      { heading: 'Cost' },
      { text: 'Carriage USD 915, insurance USD 360, together USD 1,275, borne by the Ministry.' },
    ],
  },
};

export const englishFiles: readonly OfficeContent[] = [agreement, estimate, series, carriage];
