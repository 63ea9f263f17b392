import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import type { Seed } from './seed.ts';

type Classes = Seed['classification'];

const open: Disclosure = { class: 'open', grounds: [] };

/** 기록정책과, 단위과제 기록물 이관 지도. */
export const transferTask = {
  institution: 'munhwa',
  unit: 'munhwa-policy',
  drafter: 'munhwa-drafter',
} as const;

/** 정보공개과, 단위과제 정보공개 운영. */
export const disclosureTask = {
  institution: 'munhwa',
  unit: 'munhwa-disclosure',
  drafter: 'munhwa-disclosure-officer',
} as const;

/** The section's exchange of records with its partners. */
export const exchangeTask = {
  institution: 'mopa',
  unit: 'mopa-section',
  drafter: 'mopa-drafter',
} as const;

export function transfer(form: 'general-draft' | 'simple-draft', matter: string, disclosure = open): Classes {
  return { form, language: 'ko', unitTaskId: 'munhwa-task-transfer', matter, disclosure, important: false };
}

export function informing(form: 'general-draft' | 'simple-draft', matter: string, disclosure = open): Classes {
  return { form, language: 'ko', unitTaskId: 'munhwa-task-disclosure', matter, disclosure, important: false };
}

export function exchange(form: 'letter' | 'memo', matter: string, disclosure = open): Classes {
  return { form, language: 'en', unitTaskId: 'mopa-task-exchange', matter, disclosure, important: false };
}

export function laoReport(): Classes {
  return {
    form: 'meeting-report-lo',
    language: 'lo',
    unitTaskId: 'mopa-task-exchange',
    matter: 'meeting-report',
    disclosure: open,
    important: false,
  };
}

export function partly(...grounds: readonly string[]): Disclosure {
  return { class: 'partial', grounds: [...grounds] };
}

export function closed(...grounds: readonly string[]): Disclosure {
  return { class: 'closed', grounds: [...grounds] };
}

export function belavodaWork(
  form: 'interni-akt-latn' | 'zahtev-prekovremeni',
  matter: string,
  disclosure = open,
): Classes {
  const language = form.endsWith('-latn') ? 'sr-Latn' : 'sr-Cyrl';
  return { form, language, unitTaskId: 'belavoda-task-rad', matter, disclosure, important: false };
}

export function belavodaCulture(form: 'dopis' | 'dopis-latn', matter: string): Classes {
  const language = form === 'dopis-latn' ? 'sr-Latn' : 'sr-Cyrl';
  return { form, language, unitTaskId: 'belavoda-task-kultura', matter, disclosure: open, important: false };
}
