import { closed, transfer, transferTask } from './classes.ts';
import type { Seed } from './seed.ts';
import { outline, paragraph, table, text } from './writing.ts';

/** 장관까지 올라가는 기록 정책 문서. */
export const munhwaPolicy: readonly Seed[] = [
  {
    ...transferTask,
    key: 'policy-01',
    at: '2014-03-06T01:30:00.000Z',
    classification: transfer('simple-draft', 'policy'),
    text: text({
      title: '2014년도 기록물 이관 지도·점검 기본계획',
      keywords: ['기록물 이관', '기본계획'],
      body: [
        outline([
          '추진 배경: 보존기간 30년 이상 기록물의 훼손이 늘어 제때 이관하도록 지도할 필요가 있음',
          [
            '추진 방향',
            [
              '현장 중심의 사전 점검으로 목록과 현물의 불일치를 줄임',
              '훼손 기록물은 소독·탈산 처리 후 이관',
              '소규모 기관에는 보조금과 인력을 지원',
            ],
          ],
          [
            '추진 일정',
            table(
              ['단계', '=기간', '담당'],
              [
                ['대상 기관 선정', '2014. 3.', '기록정책과'],
                ['현장 점검', '2014. 4.~5.', '기록정책과'],
                ['현물 이관', '2014. 5.~11.', '기관 공동'],
                ['결과 평가', '2014. 12.', '기록정책국'],
              ],
            ),
          ],
          '소요 예산: 금86,400,000원(금팔천육백사십만원), 기록관리 지원 사업비',
        ]),
      ],
    }),
    until: 'registered',
  },
  {
    ...transferTask,
    key: 'policy-02',
    at: '2014-04-24T02:15:00.000Z',
    classification: transfer('simple-draft', 'policy', closed('5')),
    text: text({
      title: '재난 대비 중요 기록물 이중보존 방안 검토 보고',
      keywords: ['재난 대비', '이중보존'],
      body: [
        outline([
          '검토 배경: 보존서고 한 곳에만 있는 영구기록물이 41,200권에 이름',
          [
            '대안 비교',
            table(
              ['대안', '>초기 비용(백만원)', '=기간', '장단점'],
              [
                ['마이크로필름 제작', '1,840', '4년', '수명이 길고 열람이 불편함'],
                ['전자 사본 제작', '1,260', '3년', '열람이 쉽고 매체 관리가 필요함'],
                ['제2서고 건립', '9,700', '6년', '원본을 나누어 보존함'],
              ],
            ),
          ],
          '검토 의견: 전자 사본을 먼저 제작하고 제2서고는 중장기 과제로 추진함이 타당함',
        ]),
      ],
    }),
    until: 'in-review',
    stopBefore: 4,
  },
  {
    ...transferTask,
    key: 'policy-03',
    at: '2014-05-12T00:45:00.000Z',
    classification: transfer('general-draft', 'policy'),
    text: text({
      title: '기록물 이관 협력에 관한 업무협약 체결 제안',
      summary: '해오름도와 기록물 이관 협력 업무협약을 맺을 것을 제안함',
      keywords: ['업무협약', '해오름도'],
      to: ['해오름도지사'],
      body: [
        outline([
          '도서 지역 기록물의 안전한 이관을 위하여 귀 도와 업무협약을 맺고자 합니다.',
          [
            '주요 내용',
            ['운반선과 차량의 공동 이용', '섬 지역 기록물 임시 보관 장소의 설치', '담당자 교육의 공동 실시'],
          ],
          '협약안에 대한 의견을 2014. 5. 30.(금)까지 보내 주시기 바랍니다.',
        ]),
      ],
    }),
    story: [
      {
        step: 4,
        decision: 'reviewed',
        opinion: '도서 지역의 기상 사정을 고려한 일정표를 협약서 부속 문서로 둘 것을 권합니다.',
      },
    ],
    until: 'registered',
  },
  {
    ...transferTask,
    key: 'policy-04',
    at: '2014-06-10T01:00:00.000Z',
    classification: transfer('simple-draft', 'policy'),
    text: text({
      title: '기록물 이관 지도·점검 상반기 실적 및 하반기 추진 계획',
      keywords: ['상반기 실적', '하반기 계획'],
      body: [
        outline([
          [
            '상반기 실적',
            table(
              ['기관', '>대상(권)', '>이관(권)', '=진행률'],
              [
                ['새들시', '2,200', '2,200', '100%'],
                ['가람시', '1,000', '600', '60%'],
                ['물빛군', '1,240', '310', '25%'],
              ],
            ),
          ],
          [
            '하반기 계획',
            [
              '한들군과 해오름도의 현장 점검',
              '이관 목록의 표준 서식 개정',
              '훼손 기록물 처리 용량을 월 800권으로 늘림',
            ],
          ],
        ]),
        paragraph('예산의 변경은 없음.'),
      ],
    }),
    story: [
      {
        step: 3,
        decision: 'returned',
        opinion: '가람시 진행률의 산출 근거를 확인하고, 하반기 인력 계획을 덧붙여 다시 올리기 바랍니다.',
      },
    ],
    until: 'returned',
  },
  {
    ...transferTask,
    key: 'policy-05',
    at: '2014-06-20T00:35:00.000Z',
    classification: transfer('simple-draft', 'policy'),
    text: text({
      title: '기록의 날 기념 유공자 포상 계획(안)',
      keywords: ['기록의 날', '포상'],
      body: [
        outline([
          '포상 인원: 장관 표창 12명',
          ['추천 기준', ['기록물 관리 업무에 3년 이상 종사한 사람', '최근 2년 동안 징계를 받지 않은 사람']],
          '부상: 1명당 금300,000원(금삼십만원) 상당의 상품권',
          '추천 기한: 2014. 8. 29.(금)',
        ]),
      ],
    }),
    until: 'in-review',
    stopBefore: 5,
  },
];
