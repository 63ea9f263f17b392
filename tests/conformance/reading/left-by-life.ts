import { readdirSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runToolOrThrow } from '../judges/run-tool.ts';
import { type MadeLetter, readMadeLetter } from './made-letter.ts';

/** A package that a life left, with what its receiver was given from elsewhere. */
export interface LeftPackage {
  readonly kind: 'sip' | 'aip';
  readonly zip: string;
  /** The only folder that unzip made of it. */
  readonly unpacked: string;
  /** The first letter that lies in it. */
  readonly letter: string;
  readonly trust: MadeLetter;
  /** PEM. */
  readonly root: string;
  /** One line (c2sp.org/signed-note). */
  readonly verifierKey: string;
}

/** The packages in the folders of letters, each once though several letters may lie in it; unpacks them all. */
export async function packagesLeft(
  out: string,
  letters: readonly string[],
  into: string,
): Promise<readonly LeftPackage[]> {
  const found = new Map<string, LeftPackage>();
  for (const letter of letters) {
    for (const kind of ['sip', 'aip'] as const) {
      for (const name of readdirSync(join(out, letter, kind))) {
        const zip = join(out, letter, kind, name);
        if (!found.has(name))
          found.set(name, await unpackedPackage({ out, letter, kind, zip }, join(into, kind, name)));
      }
    }
  }
  return [...found.values()];
}

interface LeftZip extends Pick<LeftPackage, 'kind' | 'letter' | 'zip'> {
  readonly out: string;
}

async function unpackedPackage({ out, letter, kind, zip }: LeftZip, into: string): Promise<LeftPackage> {
  await mkdir(into, { recursive: true });
  await runToolOrThrow('unzip', ['-q', '-d', into, zip]);
  const [name, ...more] = readdirSync(into);
  if (name === undefined || more.length > 0) throw new Error(`${basename(zip)} must hold one folder`);
  const trust = join(out, letter, 'trust');
  const [root, key] = await Promise.all([
    readFile(join(trust, 'root.pem'), 'utf8'),
    readFile(join(trust, 'log.vkey'), 'utf8'),
  ]);
  const verifierKey = key.trim();
  return {
    kind,
    zip,
    unpacked: join(into, name),
    letter,
    trust: await readMadeLetter(join(out, letter)),
    root,
    verifierKey,
  };
}
