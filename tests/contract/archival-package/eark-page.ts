import { reasonFor } from './eark-reasons.ts';
import type { CorpusScore, RequirementScore, Residual } from './eark-score.ts';

/** The page `docs/eark-scores.md`. */
export function earkPage({ requirements, total, misses, alarms }: CorpusScore): string {
  return `# What the package validator finds in the E-ARK corpus

Made by \`tests/contract/archival-package/write-eark-page.ts\` from the public corpus of the DILCIS Board; the test beside it
fails when this page is not what the code does. The corpus says of each package whether it keeps **one** requirement, so
each case is scored by that requirement alone, in the version of the profile that the case names: a miss is a broken
requirement without a finding, a false alarm is any finding, of whatever level, where the corpus says it is kept.

${scoreLines(total)}

Two validators of others, scored in the same way on the whole corpus of 409 cases (213 broken, 196 kept), of which the
corpus here holds about half: commons-ip 2.10.0 finds 47.4 % with 26 false alarms, eark-validator 1.1.3 65.7 % with 38.

| requirement | broken: found | kept: silent |
|---|---|---|
${requirements.map(row).join('\n')}

## Where we differ from the corpus

${[...misses.map((one) => residual(one, 'miss')), ...alarms.map((one) => residual(one, 'false alarm'))].join('\n')}

## What is decided where the profile leaves it open

- A representation without a single file (placeholders such as \`.gitkeep\` are none) is told once, as
  \`SILLOK-REPRESENTATION-EMPTY\`; CSIPSTR11, CSIPSTR12 and CSIPSTR13 ask nothing of its inside. Fifteen cases of the
  corpus (CSIPSTR11, CSIPSTR12) turn on this.
- CSIPSTR16 ("within the root folder and/or the representation folder") accepts \`documentation\` at the root and
  anywhere below \`representations\`.
- A reference that differs from its file only by the case of letters is \`SILLOK-HREF-CASE\` (MUST); size and checksum
  are asked of the file that is likely to be meant.
- The software agent (CSIP10 to CSIP16) is the agent that comes nearest to CREATOR, OTHER, SOFTWARE; others may stand
  beside it.
- CSIP60, CSIP113 and CSIP114 are asked of the package METS only, where it has a file section.
- A package is asked by the SIP, AIP or DIP profile if its \`PROFILE\` names one, or else by its \`OAISPACKAGETYPE\`.
`;
}

function scoreLines({ invalid, found, valid, alarms }: RequirementScore): string {
  return [
    `- broken requirements found: **${found} of ${invalid} (${percent(found, invalid)})**`,
    `- false alarms: **${alarms} of ${valid}**, each explained below`,
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function row({ requirement, invalid, found, valid, alarms }: RequirementScore): string {
  const broken = invalid === 0 ? '–' : `${found} of ${invalid}`;
  return `| ${requirement} | ${broken} | ${valid === 0 ? '–' : `${valid - alarms} of ${valid}`} |`;
}

function residual(one: Residual, kind: string): string {
  return `- **${one.requirement}**, ${kind}, \`${one.path}\` (${one.version}): ${reasonFor(one)?.why ?? 'not explained.'}`;
}
