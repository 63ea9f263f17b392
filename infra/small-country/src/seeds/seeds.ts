import { belavoda } from './belavoda.ts';
import { laoReports } from './lao-reports.ts';
import { mopaExchange } from './mopa-exchange.ts';
import { mopaTreaties } from './mopa-treaties.ts';
import { munhwaDisclosure } from './munhwa-disclosure.ts';
import { munhwaPolicy } from './munhwa-policy.ts';
import { munhwaTransfer } from './munhwa-transfer.ts';
import type { Seed } from './seed.ts';

/** All documents of the country in the order in which they come about; the first twelve show what can befall one. */
export const seeds: readonly Seed[] = [
  ...munhwaTransfer,
  ...munhwaPolicy,
  ...munhwaDisclosure,
  ...mopaExchange,
  ...mopaTreaties,
  ...laoReports,
  ...belavoda,
].sort((left, right) => left.at.localeCompare(right.at));
