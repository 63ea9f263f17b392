import { partly, transfer, transferTask } from './classes.ts';
import type { Seed } from './seed.ts';
import { type Item, outline, text } from './writing.ts';

const mopa = { institutionId: 'mopa', name: '행정부(Ministry of Public Administration)' };

type Told = Pick<Seed, 'until' | 'story' | 'stopBefore' | 'exchange'> & {
  readonly to?: Parameters<typeof text>[0]['to'];
  readonly disclosure?: Seed['classification']['disclosure'];
};

function paper(key: string, at: string, title: string, items: readonly Item[], told: Told): Seed {
  const { to, disclosure, ...more } = told;
  const form = to === undefined ? 'simple-draft' : 'general-draft';
  const written = text({
    title,
    keywords: ['기록물 이관'],
    body: [outline(items)],
    ...(to === undefined ? {} : { to }),
  });
  return { ...transferTask, key, at, classification: transfer(form, 'routine', disclosure), text: written, ...more };
}

/** 여름까지 이어지는 이관 업무. 일부는 상대 부처로 간다. */
export const munhwaSummer: readonly Seed[] = [
  paper(
    'summer-01',
    '2014-04-21T06:20:00.000Z',
    '기록물 이관 절차 비교 자료 제공 요청',
    [
      '귀 부의 이관 절차를 배우고자 하오니 자료를 보내 주시기 바랍니다.',
      ['요청 자료', ['이관 목록 서식', '인수 점검표', '최근 3년의 이관 실적']],
    ],
    { to: [mopa], until: 'registered', exchange: { to: 'mopa', until: 'received' } },
  ),
  paper(
    'summer-02',
    '2014-05-08T05:50:00.000Z',
    '기록물 이관 담당자 상호 방문 일정 협의',
    [
      '방문 기간: 2014. 6. 23.(월)부터 6. 27.(금)까지',
      '방문 인원: 부처마다 3명',
      '숙소와 교통은 맞이하는 쪽이 마련합니다.',
    ],
    { to: [mopa], until: 'registered', exchange: { to: 'mopa', until: 'in-unit' } },
  ),
  paper(
    'summer-03',
    '2014-05-27T00:55:00.000Z',
    '이관 기록물 목록의 날짜 표기 통일 제안',
    [
      '두 부처의 목록에서 날짜를 연·월·일의 차례로 적을 것을 제안합니다.',
      '의견을 2014. 6. 20.(금)까지 보내 주시기 바랍니다.',
    ],
    { to: [mopa], until: 'registered', exchange: { to: 'mopa', until: 'arrived' } },
  ),
  paper(
    'summer-04',
    '2014-06-11T01:25:00.000Z',
    '해상 운송 기록물의 포장 기준 조회',
    ['습기를 막는 포장재의 규격과 값을 알려 주시기 바랍니다.', '붙임의 조사표에 적어 보내 주시면 됩니다.'],
    { to: [mopa], until: 'registered', exchange: { to: 'mopa', until: 'returned', ground: 'attachment' } },
  ),
  paper(
    'summer-05',
    '2014-06-13T05:10:00.000Z',
    '이관 목록 표준 서식 영문판 송부',
    ['이관 목록 서식을 영어로 옮겨 보냅니다.', '고칠 곳이 있으면 알려 주시기 바랍니다.'],
    { to: [mopa], until: 'registered', exchange: { to: 'mopa', until: 'prepared' } },
  ),
  paper(
    'summer-06',
    '2014-06-18T00:35:00.000Z',
    '장마철 보존서고 누수 점검 결과 보고',
    [
      '점검일: 2014. 6. 16.(월)',
      ['점검 결과', ['제1서고: 이상 없음', '제2서고: 창틀 한 곳에서 물기 발견']],
      '조치: 창틀을 막고 아래쪽 서가 두 단을 비움',
    ],
    {
      until: 'registered',
      story: [{ step: 2, decision: 'approved', opinion: '비운 서가의 기록물 목록을 따로 남길 것' }],
    },
  ),
  paper(
    'summer-07',
    '2014-06-24T01:15:00.000Z',
    '솔바람군 폐지 학교 기록물 인수 계획',
    ['대상: 솔바람초등학교 등 폐지 학교 세 곳', '수량: 학적부 등 412권', '인수일: 2014. 7. 22.(화)'],
    { disclosure: partly('6'), until: 'in-review', stopBefore: 2 },
  ),
  paper(
    'summer-08',
    '2014-06-26T02:40:00.000Z',
    '이관 기록물 운반 중 상자 파손 경위 보고',
    ['일시: 2014. 6. 25.(수) 10:40', '경위: 하역 중 상자 한 개의 바닥이 찢어짐', '피해: 없음(내용물 확인 완료)'],
    { until: 'withdrawn' },
  ),
  paper(
    'summer-09',
    '2014-07-02T06:05:00.000Z',
    '2014년도 하반기 기록물 이관 담당자 교육 강사 위촉',
    [
      '강사: 도담대학교 기록학과 교수 백이안',
      '과목: 오래된 사진의 보존과 목록 작성',
      '강사료: 금300,000원(금삼십만원)',
    ],
    { until: 'registered' },
  ),
  paper(
    'summer-10',
    '2014-07-09T01:45:00.000Z',
    '보존서고 출입 통제 장치 교체 검토',
    ['쓰던 장치는 2006년에 단 것으로 부품을 구하기 어려움', '카드와 지문을 함께 쓰는 장치로 바꾸는 방안을 검토함'],
    { disclosure: partly('5'), until: 'discarded' },
  ),
];
