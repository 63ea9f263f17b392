import { foldText, foldWord, orderMarks } from './fold.ts';

/**
 * A run of one kind: `word` in scripts that part their words by blanks, `dense` in those that don't (Han, Lao, Khmer)
 * or whose words carry endings and stand in longer ones (Hangul).
 */
export type Run =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'dense'; readonly graphemes: readonly string[] };

// The letters that only look like apostrophes part words as those do: Uzbek is typed with either.
const wordPattern = /(?:(?![\u02b9-\u02bf])[\p{L}\p{N}\p{M}])+/gu;
const wordScripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Armenian', 'Georgian'];
const parted = `[0-9]|${wordScripts.map((name) => `\\p{Script=${name}}`).join('|')}`;
const runPattern = new RegExp(
  `(?<word>(?:(?:${parted})\\p{M}*)+)|(?<dense>(?:(?!${parted})[\\p{L}\\p{N}\\p{M}])+)`,
  'gu',
);

/** Each word of the text as its runs: `EU회원국` has two. */
export function runsOf(text: string): readonly (readonly Run[])[] {
  const words = foldText(text).match(wordPattern) ?? [];
  return words.map((word) => Array.from(word.matchAll(runPattern), runOf)).filter((runs) => runs.length > 0);
}

function runOf({ groups }: RegExpMatchArray): Run {
  const { word, dense = '' } = groups ?? {};
  if (word !== undefined) return { kind: 'word', word: foldWord(word) };
  const graphemes = dense.match(/^\p{M}+|\P{M}\p{M}*/gu) ?? [];
  return { kind: 'dense', graphemes: graphemes.map(orderMarks) };
}
