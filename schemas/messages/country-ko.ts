import type { CountryTexts } from './country-en.ts';

/** The words of the demonstration country's own pages, in Korean. */
export const countryTextsKo: CountryTexts = {
  country: '작은 나라',
  countryNote: '실록 시범',
  countryLead: '이 컴퓨터에 여러 기관이 있고, 기관마다 기록과 열쇠와 사람이 따로 있습니다.',
  noLegalForce: '시범 체계입니다. 여기에서 만든 것에는 법적 효력이 없습니다.',
  institutions: '기관',
  institution: '기관',
  address: '주소',
  people: '시범 사용자',
  person: '성명',
  title: '직위',
  languages: '언어',
  provider: '작은 나라 로그인',
  chooseTitle: '누구십니까?',
  chooseLead: '{institution}의 사람을 고르십시오. 시범에서는 비밀번호를 묻지 않습니다.',
  signInFailed: '로그인하지 못했습니다',
  signInExpired: '이 로그인은 더 이상 열려 있지 않습니다. 기관의 화면에서 다시 시작하십시오.',
};
