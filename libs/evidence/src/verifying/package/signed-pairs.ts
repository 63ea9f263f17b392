import type { SignedStatement } from '../verify-statement.ts';
import type { FilesIn } from './package-files.ts';

/** Every `.json` right in a folder with the `.p7s` beside it, in the order of their names. */
export async function signedPairs({ paths, read }: FilesIn, folder: string): Promise<readonly SignedStatement[]> {
  const names = paths.filter((path) => path.startsWith(folder) && /^[^/]+\.json$/.test(path.slice(folder.length)));
  const pairs: SignedStatement[] = [];
  for (const name of names) {
    const [bytes, signature] = [await read(name), await read(name.replace(/json$/, 'p7s'))];
    pairs.push({ name, bytes: bytes ?? empty, signature: signature ?? empty });
  }
  return pairs;
}

const empty = new Uint8Array(0);
