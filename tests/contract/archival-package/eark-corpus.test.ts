import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validatePackage } from '@sillok/archival-package';
import { describe, expect, it } from 'vitest';
import { earkPage } from './eark-page.ts';
import { reasonFor, reasons } from './eark-reasons.ts';
import { type CorpusScore, scoreCorpus } from './eark-score.ts';
import { withRestoredLineEnds } from './restored-line-ends.ts';

const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';
const corpus = corpora === undefined ? '' : join(corpora, 'eark-ip');
let score: Promise<CorpusScore> | undefined;

function theScore(): Promise<CorpusScore> {
  score ??= scoreCorpus(corpus);
  return score;
}

describe.skipIf(corpora === undefined)(`the E-ARK corpus${skipped}`, () => {
  it('has at least 95 of 100 broken requirements found', async () => {
    const { total } = await theScore();
    expect(total.invalid).toBeGreaterThan(100);
    expect(total.found / total.invalid).toBeGreaterThanOrEqual(0.95);
  });

  it('raises no alarm but where it contradicts the profile or itself', async () => {
    const { alarms } = await theScore();
    const unexplained = alarms.filter((one) => reasonFor(one) === undefined);
    expect(unexplained.map(({ requirement, path }) => `${requirement} ${path}`)).toEqual([]);
  });

  it('is explained nowhere where nothing is to be explained', async () => {
    const { misses, alarms } = await theScore();
    const open = new Set([...misses, ...alarms].map(({ requirement, path }) => `${requirement} ${path}`));
    expect(reasons.map(({ requirement, path }) => `${requirement} ${path}`).filter((one) => !open.has(one))).toEqual(
      [],
    );
  });

  it('raises no alarm about size and checksum once its line ends are as they were', async () => {
    const { alarms } = await theScore();
    for (const one of alarms.filter((alarm) => reasonFor(alarm)?.isByLineEnds === true)) {
      const { findings } = await validatePackage(withRestoredLineEnds(join(corpus, one.path)), {
        version: one.version,
      });
      expect(findings.filter(({ requirement }) => requirement === one.requirement)).toEqual([]);
    }
  });

  it('is written down in docs/eark-scores.md as it is', async () => {
    const page = readFileSync(new URL('../../../docs/eark-scores.md', import.meta.url), 'utf8');
    expect(page).toBe(earkPage(await theScore()));
  });
});
