import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLetters } from '../../../infra/sillok/src/life/read-letters.ts';

const vectors = join(import.meta.dirname, '..', '..', 'vectors', 'letters');

/** The JSON file of each letter of `tests/vectors/letters`: one at the top of each folder. */
export const letterInputs: readonly string[] = readdirSync(vectors, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => inputOf(join(vectors, name)));

/** What a life calls them, and whether somebody here drafted them or they came on paper. */
export const toldLetters = (await Promise.all(letterInputs.map((path) => readLetters(path)))).flat();

export function lettersOf(kind: (typeof toldLetters)[number]['kind']): readonly string[] {
  return toldLetters.flatMap((one) => (one.kind === kind ? [one.name] : []));
}

function inputOf(folder: string): string {
  const [input, ...more] = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (input === undefined || more.length > 0) throw new Error(`${folder} must hold one JSON file`);
  return join(folder, input);
}
