import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, userPath } from '../command-options.ts';
import { openSmallCountry } from '../composition/small-country.ts';
import { faultSentence } from '../fault-sentence.ts';
import { type LifeEnd, lifeEnds, liveLetters } from '../life/live-letters.ts';
import { readLetters, type ToldLetter } from '../life/read-letters.ts';
import type { LifeSummary } from '../life/summarise.ts';
import { progressBar } from '../progress.ts';

export const summary =
  'Live a letter through, from the first draft to the archives, and leave everything that proves it';

export const usage = `usage: sillok life --out DIR [--until registered|accepted|preserved] [--letter NAME]… [--input LETTER]… [--json]

Founds a small country of its own, signs in as its people over HTTP, and leaves in DIR: document.pdf, manifest.json,
statements/, evidence.asice, events.jsonl, checkpoint/, proof/, trust.json with trust/, and summary.json.
Until "accepted" the letter goes on to the other ministry, which receives it and has it read; then exchange.asice and
acknowledgements/ lie there too. Until "preserved", which is meant where nothing is said, its folder closes, is kept for
ten years, and goes to the archives, which preserve it and let everybody find what is open: sip/, aip/ and receipt/.
A letter that came on paper is scanned and received; scan.* and digitisation.asice lie there in the place of the first
four. --letter names one of tests/vectors/letters; without any letter it is the Korean notice. With several, or a batch,
a folder each, named after the letter's folder.
Exit code 0: lived and every artifact verified; 1: something did not.`;

const ownLetters = fileURLToPath(new URL('../../../../tests/vectors/letters/', import.meta.url));
const ownLetter = (name: string) => join(ownLetters, basename(name), 'letter.json');

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    until: { type: 'string', default: 'preserved' },
    out: { type: 'string' },
    letter: { type: 'string', multiple: true, default: [] },
    input: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const { until, out, letter, input, json } = parsed.values;
  const end = lifeEnds.find((one) => one === until);
  if (end === undefined || out === undefined) {
    console.error(
      out === undefined
        ? 'sillok: --out DIR is needed'
        : `sillok: a life can be lived until ${lifeEnds.map((one) => `"${one}"`).join(' or ')}, not "${until}"`,
    );
    return 2;
  }
  try {
    const told = [...letter.map(ownLetter), ...input.map(userPath)];
    return await report(told.length === 0 ? [ownLetter('kr-notice')] : told, userPath(out), { until: end, json });
  } catch (error) {
    console.error(faultSentence(error));
    return 1;
  }
}

async function report(
  paths: readonly string[],
  out: string,
  { until, json }: { readonly until: LifeEnd; readonly json: boolean },
): Promise<number> {
  const letters = (await Promise.all(paths.map((path) => readLetters(path)))).flat();
  const folders = foldersOf(letters, out);
  const summaries = await live(letters, folders, until);
  if (json) console.log(JSON.stringify(summaries.length === 1 ? summaries[0] : summaries));
  else for (const [index, one] of summaries.entries()) console.log(sentence(one, folders[index] ?? ''));
  return summaries.every((one) => one.valid) ? 0 : 1;
}

/** One letter goes straight into DIR; several get a folder each. Nothing that lies there is written over. */
function foldersOf(letters: readonly ToldLetter[], out: string): readonly string[] {
  const names = letters.map(({ name }) => name);
  const folders =
    letters.length === 1
      ? [out]
      : names.map((name, index) => join(out, names.indexOf(name) === index ? name : `${name}-${index + 1}`));
  const taken = folders.find((folder) => existsSync(join(folder, 'summary.json')));
  if (taken !== undefined) throw new Error(`${taken} already holds a life; name another folder with --out`);
  return folders;
}

async function live(
  letters: readonly ToldLetter[],
  folders: readonly string[],
  until: LifeEnd,
): Promise<readonly LifeSummary[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sillok-life-'));
  const country = await openSmallCountry({ dataFolder, port: 0 });
  const bar = progressBar('Living', letters.length * stepsUntil[until]);
  try {
    country.open();
    const told = letters.map((one, index) => ({ ...one, out: folders[index] ?? dirname(one.letter.folder) }));
    return await liveLetters(country, told, { until, onStep: bar.step });
  } finally {
    bar.end();
    await country.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const stepsUntil: Readonly<Record<LifeEnd, number>> = { registered: 12, accepted: 16, preserved: 20 };

function sentence({ document, valid, steps }: LifeSummary, folder: string): string {
  return `${document.number}: ${steps.length} acts, ${valid ? 'every artifact verified' : 'NOT every artifact verified'} – ${folder}`;
}
