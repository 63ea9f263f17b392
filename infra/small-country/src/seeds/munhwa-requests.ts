import { closed, disclosureTask, informing, partly } from './classes.ts';
import type { Seed } from './seed.ts';
import { type Item, outline, text } from './writing.ts';

/** 접수한 청구를 처리한 문서. 지난해에서 넘어온 것은 따로 편철하고 마지막 문서와 함께 닫는다. */
const carried = { key: 'carried-over', title: '2013년 이월 정보공개 청구 처리' } as const;

type Told = Pick<Seed, 'until' | 'story' | 'stopBefore' | 'folder' | 'redraftOf'> & {
  readonly to?: readonly string[];
  readonly disclosure?: Seed['classification']['disclosure'];
};

function request(key: string, at: string, title: string, items: readonly Item[], told: Told): Seed {
  const { to, disclosure, ...more } = told;
  const form = to === undefined ? 'simple-draft' : 'general-draft';
  const written = text({ title, keywords: ['정보공개'], body: [outline(items)], ...(to === undefined ? {} : { to }) });
  return { ...disclosureTask, key, at, classification: informing(form, 'routine', disclosure), text: written, ...more };
}

export const munhwaRequests: readonly Seed[] = [
  request(
    'request-01',
    '2014-04-21T01:10:00.000Z',
    '이월 청구 13-0418 처리 결과 통지',
    [
      '청구하신 「수몰 지역 이주 대장」은 이름과 주민등록번호를 가리고 공개합니다.',
      '열람 기간: 2014. 4. 28.부터 5. 9.까지',
    ],
    { to: ['청구인 문가온'], disclosure: partly('6'), folder: carried, until: 'registered' },
  ),
  request(
    'request-02',
    '2014-04-25T05:40:00.000Z',
    '이월 청구 13-0421 처리 결과 통지',
    ['청구하신 자료는 우리 부가 가지고 있지 않습니다.', '가진 것으로 보이는 기관: 물빛군 기록관(이송함)'],
    { to: ['청구인 선우담'], disclosure: partly('6'), folder: carried, until: 'registered' },
  ),
  request(
    'request-03',
    '2014-05-07T04:15:00.000Z',
    '이월 청구 처리 완료 보고',
    ['이월 청구 11건을 모두 처리함', ['결과', ['공개 6건', '부분공개 3건', '이송 2건']], '이 철을 닫고자 함'],
    { folder: { ...carried, isLast: true }, until: 'registered' },
  ),
  request(
    'request-04',
    '2014-05-08T02:25:00.000Z',
    '정보공개 청구에 대한 비공개 결정 통지(14-0055)',
    ['청구하신 면접 평정표는 시험에 관한 정보로서 공개하지 아니합니다.', '불복: 통지를 받은 날부터 30일 안에 이의신청'],
    { to: ['청구인 탁예린'], disclosure: closed('5', '6'), until: 'registered' },
  ),
  request(
    'request-05',
    '2014-05-22T06:30:00.000Z',
    '이의신청에 대한 결정 기간 연장 통지(14-0055)',
    ['심의회 개최에 시일이 걸려 결정 기간을 7일 연장합니다.', '연장 기간: 2014. 6. 3.까지'],
    { to: ['청구인 탁예린'], disclosure: closed('5', '6'), until: 'registered' },
  ),
  request(
    'request-06',
    '2014-06-09T02:45:00.000Z',
    '제3자 의견 청취 결과 보고(14-0061)',
    [
      '의견을 물은 곳: 주식회사 한빛제지',
      '의견 요지: 납품 단가의 공개에 반대함',
      '검토 의견: 단가를 뺀 나머지는 공개함이 타당함',
    ],
    { disclosure: partly('7'), until: 'in-review', stopBefore: 2 },
  ),
  request(
    'request-07',
    '2014-06-16T01:35:00.000Z',
    '정보공개 수수료 감면 기준 적용 질의에 대한 회신',
    [
      '학술 연구를 위한 청구는 수수료의 100분의 50을 감면합니다.',
      '연구계획서 한 부를 내도록 안내하여 주시기 바랍니다.',
    ],
    { to: ['초롱대학교 도서관장'], until: 'submitted' },
  ),
  request(
    'request-08',
    '2014-06-25T02:20:00.000Z',
    '원문정보 자동 공개 시험 운영 결과 보고',
    [
      '시험 기간: 2014. 6. 2.~6. 20.',
      '공개된 문서 318건, 가려야 할 개인정보가 있던 문서 4건',
      '보완: 공개 전 점검표를 한 쪽 늘림',
    ],
    {
      until: 'returned',
      story: [{ step: 2, decision: 'returned', opinion: '4건의 원인과 재발 방지 방안을 표로 넣어 다시 올릴 것' }],
    },
  ),
  request(
    'request-09',
    '2014-06-30T01:50:00.000Z',
    '원문정보 자동 공개 시험 운영 결과와 재발 방지 방안 보고',
    [
      '시험 기간: 2014. 6. 2.~6. 20.',
      ['개인정보 노출 4건의 원인', ['붙임 파일 미점검 3건', '가림 처리 누락 1건']],
      '방안: 붙임까지 점검한 뒤 공개함',
    ],
    { redraftOf: 'request-08', until: 'registered' },
  ),
  request(
    'request-10',
    '2014-07-07T05:05:00.000Z',
    '여름 휴가철 정보공개 창구 근무 안내(안)',
    ['점심시간에도 한 사람이 창구를 지킴', '교대 순서는 매주 금요일에 정함'],
    { until: 'drafting' },
  ),
];
