import type { ErrorCode } from '../vocabulary/errors.ts';
import type { Language } from '../vocabulary/primitives.ts';
import { messagesEn } from './en.ts';
import { messagesKo } from './ko.ts';

const catalogues: Readonly<Partial<Record<Language, Readonly<Record<ErrorCode, string>>>>> = {
  en: messagesEn,
  ko: messagesKo,
};

/** The sentence for a code, in English where the language has no catalogue. A blank without a value reads `…`. */
export function messageFor(
  code: ErrorCode,
  language: Language,
  details: Readonly<Record<string, string | number>> = {},
): string {
  return fillBlanks((catalogues[language] ?? messagesEn)[code], details);
}

/** Puts values into `{blank}`s. */
export function fillBlanks(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, blank: string) => String(values[blank] ?? '…'));
}
