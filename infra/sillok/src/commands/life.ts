import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, userPath } from '../command-options.ts';
import { openSmallCountry } from '../composition/small-country.ts';
import { faultSentence } from '../fault-sentence.ts';
import type { LetterInFolder } from '../life/letter.ts';
import { readLetter } from '../life/letter.ts';
import { type LifeEnd, type LifeSummary, liveAndLeave } from '../life/live-and-leave.ts';
import { progressBar } from '../progress.ts';

export const summary =
  'Live a letter through, from the first draft to its sealed number, and leave everything that proves it';

export const usage = `usage: sillok life --until registered|accepted --out DIR [--input LETTER]… [--json]

Founds a small country of its own, signs in as its people over HTTP, and leaves in DIR: document.pdf, manifest.json,
statements/, evidence.asice, events.jsonl, checkpoint/, proof/, trust.json with trust/, and summary.json.
Until "accepted" the letter goes on to the other ministry, which receives it and has it read; then exchange.asice and
acknowledgements/ lie there too.
Without --input the Korean notice; with several a folder each, named after the letter's folder.
Exit code 0: lived and every artifact verified; 1: something did not.`;

const ends = ['registered', 'accepted'] as const satisfies readonly LifeEnd[];
const ownLetter = fileURLToPath(new URL('../../../../tests/vectors/letters/kr-notice/letter.json', import.meta.url));

export async function run(args: readonly string[]): Promise<number> {
  const parsed = readOptions(args, {
    until: { type: 'string', default: 'registered' },
    out: { type: 'string' },
    input: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  });
  if (parsed === undefined) return 2;
  const { until, out, input, json } = parsed.values;
  const end = ends.find((one) => one === until);
  if (end === undefined || out === undefined) {
    console.error(
      out === undefined
        ? 'sillok: --out DIR is needed'
        : `sillok: a life can be lived until "registered" or "accepted", not "${until}"`,
    );
    return 2;
  }
  try {
    return await report(input.length === 0 ? [ownLetter] : input.map(userPath), userPath(out), { until: end, json });
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
  const letters = await Promise.all(paths.map((path) => readLetter(path)));
  const folders = foldersOf(letters, out);
  const summaries = await live(letters, folders, until);
  if (json) console.log(JSON.stringify(summaries.length === 1 ? summaries[0] : summaries));
  else for (const [index, one] of summaries.entries()) console.log(sentence(one, folders[index] ?? ''));
  return summaries.every((one) => one.valid) ? 0 : 1;
}

/** One letter goes straight into DIR; several get a folder each. Nothing that lies there is written over. */
function foldersOf(letters: readonly LetterInFolder[], out: string): readonly string[] {
  const names = letters.map(({ folder }) => basename(folder));
  const folders =
    letters.length === 1
      ? [out]
      : names.map((name, index) => join(out, names.indexOf(name) === index ? name : `${name}-${index + 1}`));
  const taken = folders.find((folder) => existsSync(join(folder, 'summary.json')));
  if (taken !== undefined) throw new Error(`${taken} already holds a life; name another folder with --out`);
  return folders;
}

async function live(
  letters: readonly LetterInFolder[],
  folders: readonly string[],
  until: LifeEnd,
): Promise<readonly LifeSummary[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sillok-life-'));
  const country = await openSmallCountry({ dataFolder, port: 0 });
  const bar = progressBar('Living', letters.length * (until === 'accepted' ? 16 : 12));
  try {
    country.open();
    const summaries: LifeSummary[] = [];
    for (const [index, letter] of letters.entries()) {
      summaries.push(
        await liveAndLeave(country, letter, folders[index] ?? dirname(letter.folder), { until, onStep: bar.step }),
      );
    }
    return summaries;
  } finally {
    bar.end();
    await country.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function sentence({ document, valid, steps }: LifeSummary, folder: string): string {
  return `${document.number}: ${steps.length} acts, ${valid ? 'every artifact verified' : 'NOT every artifact verified'} – ${folder}`;
}
