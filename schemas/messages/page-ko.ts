import type { PageTexts } from './page-en.ts';

/** The words that all pages share, in Korean. */
export const pageTextsKo: PageTexts = {
  product: '실록 전자문서',
  skip: '본문으로 건너뛰기',
  problemTitle: '처리하지 못했습니다',
  problemCode: '코드',
  problemInstance: '상관 번호',
  toFrontPage: '첫 화면으로',
  apiTitle: '프로그래밍 인터페이스',
  apiIntroduction: '이 기관의 모든 기능을 서비스별로 보입니다. 기계가 읽는 형식(OpenAPI 3.1):',
  apiOperation: '기능',
  apiAddress: '주소',
  apiSummary: '하는 일',
  apiAccess: '쓸 수 있는 사람',
  apiPublic: '누구나',
  apiSignedIn: '로그인한 사람',
};
