import type { PortalTexts } from './portal-en.ts';

/** The words of the portal's server-made pages, in Korean. */
export const portalTextsKo: PortalTexts = {
  lead: '이 기관의 공문서입니다. 기안하고 결재하고 번호를 매기고 관인을 찍어 증거와 함께 보존합니다.',
  signIn: '로그인',
  signOut: '로그아웃',
  signedIn: '로그인함',
  account: '로그인과 언어',
  languages: '언어',
  documents: '완결 문서',
  number: '등록번호',
  title: '제목',
  registeredOn: '등록일',
  noDocuments: '완결 문서가 아직 없거나 볼 수 있는 문서가 없습니다.',
  signInToSee: '볼 수 있는 문서를 보려면 로그인하십시오.',
  next: '이전 문서',
  first: '최근 문서',
  services: '실행 중인 서비스',
  programs: '프로그램용',
  apiLink: '이 기관의 모든 기능',
  codes: '오류 코드 설명',
  code: '코드',
  codeStatus: 'HTTP 상태',
  codeMeaning: '뜻',
};
