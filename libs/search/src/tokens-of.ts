import { type Run, runsOf } from './runs.ts';

/**
 * What is indexed of a text, in order: whole words where blanks part them, else each two neighbouring graphemes and
 * the last one alone, so that one grapheme is found too and no phrase reaches over the end of its word.
 */
export function tokensOf(text: string): readonly string[] {
  return runsOf(text).flat().flatMap(closedTokens);
}

/**
 * An FTS5 query that all words of the text answer to, each anywhere in a dense word and at the beginning of a parted
 * one; `undefined` where there is nothing to look for. Tokens hold letters, digits and marks only, so nothing of the
 * text is read as syntax.
 */
export function queryOf(text: string): string | undefined {
  const phrases = runsOf(text).slice(0, wordsAtMost).map(phraseOf);
  return phrases.length === 0 ? undefined : [...new Set(phrases)].join(' AND ');
}

const wordsAtMost = 32;

function phraseOf(runs: readonly Run[]): string {
  const before = runs.slice(0, -1).flatMap(closedTokens);
  const last = runs.slice(-1).flatMap(openTokens);
  return `"${[...before, ...last].join(' ')}" *`;
}

function closedTokens(run: Run): readonly string[] {
  if (run.kind === 'word') return [run.word];
  return run.graphemes.map((grapheme, index) => `${grapheme}${run.graphemes[index + 1] ?? ''}`);
}

/** The word may go on: its last token is a beginning. */
function openTokens(run: Run): readonly string[] {
  const tokens = closedTokens(run);
  return run.kind === 'word' || tokens.length === 1 ? tokens : tokens.slice(0, -1);
}
