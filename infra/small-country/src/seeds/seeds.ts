import { belavoda } from './belavoda.ts';
import { belavodaSummer } from './belavoda-summer.ts';
import { laoReports } from './lao-reports.ts';
import { mopaExchange } from './mopa-exchange.ts';
import { mopaSummer } from './mopa-summer.ts';
import { mopaTreaties } from './mopa-treaties.ts';
import { munhwaDisclosure } from './munhwa-disclosure.ts';
import { munhwaPolicy } from './munhwa-policy.ts';
import { munhwaRequests } from './munhwa-requests.ts';
import { munhwaSummer } from './munhwa-summer.ts';
import { munhwaTransfer } from './munhwa-transfer.ts';
import { papers } from './papers.ts';
import type { PaperSeed, Seed } from './seed.ts';

/** All documents that the country drafts, in the order in which they come about; the first twelve show what can befall one. */
export const seeds: readonly Seed[] = inOrder([
  ...munhwaTransfer,
  ...munhwaPolicy,
  ...munhwaDisclosure,
  ...munhwaRequests,
  ...munhwaSummer,
  ...mopaExchange,
  ...mopaSummer,
  ...mopaTreaties,
  ...laoReports,
  ...belavoda,
  ...belavodaSummer,
]);

/** The same with what people wrote to its institutions on paper. */
export const everySeed: readonly (Seed | PaperSeed)[] = inOrder([...seeds, ...papers]);

function inOrder<One extends { readonly at: string }>(all: readonly One[]): readonly One[] {
  return all.toSorted((left, right) => left.at.localeCompare(right.at));
}
