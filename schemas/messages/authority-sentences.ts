import type { Language } from '../vocabulary/primitives.ts';

const en = {
  entered: 'In the name of {institution} I enter into its directory and put into force: {act}.',
  absent:
    'As {position} I register that I am away from {from} until {until}. In my place stands, in this order: {deputies}.',
};

const ko: typeof en = {
  entered: '{institution}의 이름으로 다음 사항을 등록하여 시행합니다: {act}.',
  absent: '{position}(으)로서 {from}부터 {until}까지 부재함을 등록합니다. 직무대리 순서: {deputies}.',
};

const sentences: Readonly<Partial<Record<Language, typeof en>>> = { en, ko };

/** What is entered in an institution's name; `act` is the event's wire type, whose data stands in the statement. */
export function sentenceOfEntry(language: Language, blanks: { readonly institution: string; readonly act: string }) {
  return filled((sentences[language] ?? en).entered, blanks);
}

export interface AbsenceBlanks {
  readonly position: string;
  /** Date and time of day where the institution is. */
  readonly from: string;
  readonly until: string;
  readonly deputies: string;
}

export function sentenceOfAbsence(language: Language, blanks: AbsenceBlanks): string {
  return filled((sentences[language] ?? en).absent, { ...blanks });
}

function filled(sentence: string, blanks: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}
