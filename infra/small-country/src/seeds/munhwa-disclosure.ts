import { disclosureTask, informing, partly } from './classes.ts';
import type { Seed } from './seed.ts';
import { outline, paragraph, table, text } from './writing.ts';

/** 정보공개과의 문서. */
export const munhwaDisclosure: readonly Seed[] = [
  {
    ...disclosureTask,
    key: 'disclosure-01',
    at: '2014-03-27T02:20:00.000Z',
    classification: informing('general-draft', 'notice'),
    text: text({
      title: '2014년도 정보공개 실태 점검 실시 안내',
      summary: '소속기관과 산하기관의 정보공개 실태 점검 일정과 자료 제출을 안내함',
      keywords: ['정보공개', '실태 점검'],
      to: ['한누리기록관장', '국립필사본박물관장'],
      body: [
        outline([
          '관련: 「공공기관의 정보공개에 관한 법률」 제24조',
          [
            '점검 개요',
            [
              '기간: 2014. 4. 21.(월)~4. 25.(금)',
              '방법: 서면 점검 후 필요한 기관만 현장 점검',
              '범위: 2013. 1. 1.부터 2013. 12. 31.까지 처리한 청구',
            ],
          ],
          '자체 점검표를 2014. 4. 11.(금)까지 제출하여 주시기 바랍니다.',
        ]),
      ],
    }),
    until: 'in-review',
    stopBefore: 3,
  },
  {
    ...disclosureTask,
    key: 'disclosure-02',
    at: '2014-04-02T04:30:00.000Z',
    classification: informing('simple-draft', 'routine', partly('6')),
    text: text({
      title: '정보공개 청구 접수 및 처리 부서 지정(2014년 3월분)',
      keywords: ['정보공개 청구', '처리 부서'],
      body: [
        paragraph('2014년 3월에 접수한 정보공개 청구의 처리 부서를 다음과 같이 지정하고자 함.'),
        table(
          ['=번호', '청구 내용', '처리 부서', '=처리 기한'],
          [
            ['14-0031', '보존서고 공사 계약 현황', '기획조정실', '2014. 4. 9.'],
            ['14-0032', '기록물 폐기 심의 결과', '기록정책과', '2014. 4. 10.'],
            ['14-0033', '업무추진비 집행 내역', '예산담당관실', '2014. 4. 11.'],
          ],
        ),
      ],
    }),
    until: 'submitted',
  },
  {
    ...disclosureTask,
    key: 'disclosure-03',
    at: '2014-04-18T01:05:00.000Z',
    classification: informing('general-draft', 'routine', partly('6')),
    text: text({
      title: '정보공개 청구에 대한 부분공개 결정 통지(14-0032)',
      summary: '기록물 폐기 심의 결과 청구에 대하여 위원의 개인정보를 뺀 부분을 공개함을 통지함',
      keywords: ['부분공개', '결정 통지'],
      to: ['문서진 귀하'],
      body: [
        outline([
          '귀하가 청구하신 정보에 대하여 다음과 같이 결정하였기에 통지합니다.',
          [
            '결정 내용',
            [
              '청구 정보: 2013년도 기록물 폐기 심의 결과',
              '공개하는 부분: 심의 안건, 심의 결과, 폐기 수량',
              '공개하지 않는 부분: 외부 심의 위원의 성명과 연락처',
            ],
          ],
          '공개하지 않는 이유: 「공공기관의 정보공개에 관한 법률」 제9조제1항제6호(개인에 관한 사항)',
          '이 결정에 이의가 있으면 통지를 받은 날부터 30일 이내에 이의신청을 할 수 있습니다.',
        ]),
      ],
    }),
    until: 'registered',
  },
  {
    ...disclosureTask,
    key: 'disclosure-04',
    at: '2014-04-29T06:40:00.000Z',
    classification: informing('simple-draft', 'routine'),
    text: text({
      title: '2014년 제1차 정보공개심의회 개최 계획',
      keywords: ['정보공개심의회'],
      body: [
        outline([
          '일시: 2014. 5. 8.(목) 14:00',
          '장소: 기록문화부 3층 소회의실',
          ['안건', ['이의신청 2건(14-0011, 14-0019)의 심의', '비공개 대상 정보 세부 기준의 개정']],
          '참석 수당: 외부 위원 4명, 금400,000원(금사십만원)',
        ]),
      ],
    }),
    until: 'registered',
  },
  {
    ...disclosureTask,
    key: 'disclosure-05',
    at: '2014-05-09T01:45:00.000Z',
    classification: informing('simple-draft', 'routine'),
    text: text({
      title: '정보공개 창구 안내판 교체 계획',
      keywords: ['안내판'],
      body: [
        outline([
          '교체 대상: 1층 민원실 안내판 3개',
          '소요 예산: 금270,000원(금이십칠만원)',
          '교체일: 2014. 5. 23.(금)',
        ]),
      ],
    }),
    until: 'withdrawn',
  },
  {
    ...disclosureTask,
    key: 'disclosure-06',
    at: '2014-05-16T02:30:00.000Z',
    classification: informing('general-draft', 'notice'),
    text: text({
      title: '비공개 대상 정보 세부 기준 개정 알림',
      summary: '비공개 대상 정보 세부 기준을 고쳐 2014. 6. 1.부터 시행함을 알림',
      keywords: ['비공개', '세부 기준', '개정'],
      to: ['한누리기록관장', '국립필사본박물관장'],
      body: [
        outline([
          '정보공개심의회의 심의를 거쳐 비공개 대상 정보 세부 기준을 다음과 같이 고쳤기에 알려 드립니다.',
          [
            '주요 개정 내용',
            table(
              ['항목', '고치기 전', '고친 후'],
              [
                ['회의록', '의사결정 중에는 비공개', '의사결정이 끝난 뒤 30일 이내 공개'],
                ['계약 서류', '전부 비공개', '영업상 비밀만 비공개'],
                ['출장 보고서', '규정 없음', '공개 원칙'],
              ],
            ),
          ],
          '시행일: 2014. 6. 1.(일)',
        ]),
      ],
    }),
    story: [{ step: 2, decision: 'reviewed', opinion: '심의회에서 나온 의견을 모두 반영하였음을 확인하였습니다.' }],
    until: 'registered',
  },
  {
    ...disclosureTask,
    key: 'disclosure-07',
    at: '2014-06-03T00:55:00.000Z',
    classification: informing('general-draft', 'routine'),
    text: text({
      title: '정보공개 청구에 대한 공개 결정 통지(14-0047)',
      summary: '2013년도 기록관 운영 실적을 모두 공개함을 통지함',
      keywords: ['공개', '결정 통지'],
      to: ['시민기록모임 대표'],
      body: [
        outline([
          '귀 단체가 청구하신 “2013년도 기록관 운영 실적”을 모두 공개하기로 결정하였습니다.',
          ['공개 방법', ['전자파일을 전자우편으로 보냄', '공개 일시: 2014. 6. 5.(목) 10:00', '수수료: 없음']],
        ]),
      ],
    }),
    until: 'registered',
  },
  {
    ...disclosureTask,
    key: 'disclosure-08',
    at: '2014-06-12T05:25:00.000Z',
    classification: informing('simple-draft', 'routine', partly('6')),
    text: text({
      title: '정보공개 민원 응대 지침 초안',
      keywords: ['민원 응대'],
      body: [paragraph('민원 응대의 순서와 말씨, 기록할 사항을 정리한 초안임. 다른 지침과 겹쳐 더 쓰지 않음.')],
    }),
    until: 'discarded',
  },
  {
    ...disclosureTask,
    key: 'disclosure-09',
    at: '2014-06-18T04:15:00.000Z',
    classification: informing('simple-draft', 'routine'),
    text: text({
      title: '2014년 상반기 정보공개 처리 현황 보고',
      keywords: ['정보공개', '처리 현황'],
      body: [
        table(
          ['구분', '>접수', '>공개', '>부분공개', '>비공개'],
          [
            ['1분기', '33', '24', '6', '3'],
            ['2분기', '41', '31', '8', '2'],
            ['합계', '74', '55', '14', '5'],
          ],
        ),
        outline(['평균 처리 기간은 6.8일로 지난해 같은 기간보다 1.1일 줄었음', '이의신청 2건 가운데 1건을 인용하였음']),
      ],
    }),
    until: 'registered',
  },
  {
    ...disclosureTask,
    key: 'disclosure-10',
    at: '2014-06-27T02:10:00.000Z',
    classification: informing('general-draft', 'notice'),
    text: text({
      title: '2014년도 정보공개 담당자 연찬회 개최 안내',
      summary: '정보공개 담당자 연찬회의 일정과 신청 방법을 안내함',
      keywords: ['연찬회', '정보공개'],
      to: ['한누리기록관장', '국립필사본박물관장'],
      body: [
        outline([
          '일시: 2014. 7. 17.(목)~7. 18.(금)',
          '장소: 한누리연수원',
          '대상: 기관별 담당자 1명',
          '신청: 2014. 7. 4.(금)까지 전자우편으로',
        ]),
      ],
    }),
    until: 'submitted',
  },
];
