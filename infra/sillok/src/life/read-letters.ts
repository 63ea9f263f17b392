import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { expectFile, type LetterInFolder, letterAsSaid, letterSchema, parsedAs, readLetterJson } from './letter.ts';
import { type PaperLetterInFolder, paperLetterSchema } from './paper-letter.ts';

/** What one file tells of, one life each, and how the folder is called in which it leaves what proves it. */
export type ToldLetter = { readonly name: string } & (
  | { readonly kind: 'drafted'; readonly letter: LetterInFolder }
  | { readonly kind: 'paper'; readonly letter: PaperLetterInFolder }
);

/** Related documents that are drafted as one and numbered one by one, all of one day (일괄기안, ADR 5①). */
const batchSchema = z.strictObject({ batch: z.array(letterSchema).min(2).max(20) });

/**
 * Reads a file with one letter, a batch of them, or one that came on paper, and looks that what it names lies beside
 * it. Each letter of a batch is lived after the other. Throws SillokError with file, field and rule in its message:
 * `not-found` for a file that is not there, `input-not-json`, `input-unknown-field`, `input-invalid`.
 */
export async function readLetters(path: string): Promise<readonly ToldLetter[]> {
  const json = await readLetterJson(path);
  const folder = dirname(path);
  const name = basename(folder);
  if (has(json, 'batch')) {
    const { batch } = parsedAs(batchSchema, path, json);
    return Promise.all(
      batch.map(async (one, index) => ({
        name: `${name}-${index + 1}`,
        kind: 'drafted' as const,
        letter: await letterAsSaid(one, path, `batch.${index}.`),
      })),
    );
  }
  if (has(json, 'paper')) {
    const letter = parsedAs(paperLetterSchema, path, json);
    await expectFile(join(folder, letter.scan), path, 'scan');
    return [{ name, kind: 'paper', letter: { ...letter, folder } }];
  }
  return [{ name, kind: 'drafted', letter: await letterAsSaid(parsedAs(letterSchema, path, json), path) }];
}

function has(json: unknown, member: string): boolean {
  return typeof json === 'object' && json !== null && member in json;
}
