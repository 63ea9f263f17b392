import { closed, partly } from './classes.ts';
import type { PaperSeed } from './seed.ts';

type Told = Pick<PaperSeed, 'institution' | 'unitTaskId' | 'disclosure' | 'until'> & {
  readonly title: string;
  readonly from: string;
  readonly arrivedOn: string;
  readonly location: string;
};

function letter(key: string, at: string, { title, from, arrivedOn, location, ...more }: Told): PaperSeed {
  const process = { resolution: 120, colour: 'bitonal', device: 'FX-300', software: 'Scan 2.1' } as const;
  const paper = { title, senderName: from, arrivedOn, location, ...process };
  return { key, at, paper, scan: new URL(`./scans/${key}.png`, import.meta.url), ...more };
}

const requests = { institution: 'munhwa', unitTaskId: 'munhwa-task-disclosure' } as const;
const transfers = { institution: 'munhwa', unitTaskId: 'munhwa-task-transfer' } as const;
const culture = { institution: 'belavoda', unitTaskId: 'belavoda-task-kultura' } as const;

/** What people wrote on paper: some of it is numbered, some lies with a unit, some still in the registry. */
export const papers: readonly PaperSeed[] = [
  letter('paper-01', '2014-04-22T02:05:00.000Z', {
    ...requests,
    title: '옛 학교 신문 열람 요청',
    from: '변다올',
    arrivedOn: '2014-04-21',
    location: 'A-02-1',
    disclosure: closed('6'),
    until: 'received',
  }),
  letter('paper-02', '2014-05-14T01:20:00.000Z', {
    ...transfers,
    title: '공사 감독 일지 기증 제안',
    from: '노은샘',
    arrivedOn: '2014-05-14',
    location: 'A-02-1',
    disclosure: partly('6'),
    until: 'received',
  }),
  letter('paper-03', '2014-06-11T04:50:00.000Z', {
    ...transfers,
    title: '마을회관 창고의 옛 장부 처리 문의',
    from: '추가온',
    arrivedOn: '2014-06-11',
    location: 'A-02-2',
    disclosure: partly('6'),
    until: 'in-unit',
  }),
  letter('paper-04', '2014-07-07T02:35:00.000Z', {
    ...requests,
    title: '전시회 사진 설명의 잘못',
    from: '길산들',
    arrivedOn: '2014-07-07',
    location: 'A-02-2',
    disclosure: partly('6'),
    until: 'in-registry',
  }),
  letter('paper-05', '2014-05-13T03:10:00.000Z', {
    institution: 'mopa',
    unitTaskId: 'mopa-task-exchange',
    title: 'Request to read the station books of Lighthouse Point',
    from: 'Tobias Marr',
    arrivedOn: '2014-05-12',
    location: 'B-11',
    disclosure: partly('privacy'),
    until: 'received',
  }),
  letter('paper-06', '2014-05-29T07:55:00.000Z', {
    ...culture,
    title: 'Молба за чување заставе читалишта',
    from: 'Зорка Пантић',
    arrivedOn: '2014-05-29',
    location: 'O-4',
    disclosure: partly('14'),
    until: 'received',
  }),
  letter('paper-07', '2014-06-17T08:10:00.000Z', {
    ...culture,
    title: 'Prijava oštećene spomen-česme',
    from: 'Vukan Lazić',
    arrivedOn: '2014-06-17',
    location: 'O-4',
    disclosure: partly('14'),
    until: 'in-unit',
  }),
];
