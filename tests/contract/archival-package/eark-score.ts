import { join } from 'node:path';
import { type Finding, validatePackage } from '@sillok/archival-package';
import { type EarkCase, earkCases } from './eark-cases.ts';

/** A case that went otherwise than the corpus says. */
export interface Residual extends EarkCase {
  readonly findings: readonly Finding[];
}

export interface RequirementScore {
  readonly requirement: string;
  readonly invalid: number;
  readonly found: number;
  readonly valid: number;
  readonly alarms: number;
}

export interface CorpusScore {
  readonly requirements: readonly RequirementScore[];
  readonly total: RequirementScore;
  readonly misses: readonly Residual[];
  readonly alarms: readonly Residual[];
}

/** Each case counts by its own requirement alone: found where it is broken, silent where it is kept. */
export async function scoreCorpus(corpus: string): Promise<CorpusScore> {
  const judged: Residual[] = [];
  for (const one of earkCases(corpus)) judged.push({ ...one, findings: await findingsOf(corpus, one) });
  const names = [...new Set(judged.map(({ requirement }) => requirement))].sort(byNumber);
  return {
    requirements: names.map((name) =>
      counted(
        name,
        judged.filter(({ requirement }) => requirement === name),
      ),
    ),
    total: counted('all', judged),
    misses: judged.filter(isMiss),
    alarms: judged.filter(isAlarm),
  };
}

async function findingsOf(corpus: string, { path, requirement, version }: EarkCase): Promise<readonly Finding[]> {
  const { findings } = await validatePackage(join(corpus, path), { version });
  return findings.filter((finding) => finding.requirement === requirement);
}

function isMiss({ isValid, findings }: Residual): boolean {
  return !isValid && findings.length === 0;
}

function isAlarm({ isValid, findings }: Residual): boolean {
  return isValid && findings.length > 0;
}

function counted(requirement: string, cases: readonly Residual[]): RequirementScore {
  const invalid = cases.filter(({ isValid }) => !isValid);
  return {
    requirement,
    invalid: invalid.length,
    found: invalid.filter((one) => !isMiss(one)).length,
    valid: cases.length - invalid.length,
    alarms: cases.filter(isAlarm).length,
  };
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
