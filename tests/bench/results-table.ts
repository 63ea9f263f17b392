import { type Figure, inWords, verdictOf } from './figures.ts';

/** What one run says of one benchmark. */
export interface Result {
  readonly id: string;
  readonly figures: readonly Figure[];
  readonly dirt: readonly string[];
  readonly facts: readonly string[];
}

const from = (id: string) => `<!-- results ${id} -->`;
const to = '<!-- end -->';

/** The page with this result in the place that is marked for it. RangeError where there is none. */
export function withResult(page: string, result: Result, day: string): string {
  const start = page.indexOf(from(result.id));
  const end = page.indexOf(to, start);
  if (start === -1 || end === -1) throw new RangeError(`the page has no place for ${result.id}`);
  return `${page.slice(0, start)}${from(result.id)}\n${tableOf(result, day)}\n${page.slice(end)}`;
}

function tableOf({ figures, dirt, facts }: Result, day: string): string {
  const rows = figures.map((one) => {
    const { median, least, most } = one.ratios;
    return `| ${one.subject} / ${one.peer} | ${inWords(median)} | ${inWords(least)} to ${inWords(most)} | ${verdictOf(one)} |`;
  });
  const state = dirt.length === 0 ? 'clean' : `**dirty**: ${dirt.join('; ')}`;
  return [
    `Taken on ${day}, ${figures[0]?.ratios.rounds ?? 0} rounds, ${state}. ${facts.join('; ')}.`,
    '',
    '| ratio | median | range | asked |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
