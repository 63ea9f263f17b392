import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder that `sillok life --out` writes for one letter; every path is absolute. */
export interface MadeLetter {
  readonly pdf: string;
  readonly evidence: string;
  readonly statements: readonly { readonly json: string; readonly p7s: string }[];
  readonly roots: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
}

interface TrustFile {
  readonly roots: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
}

export async function readMadeLetter(folder: string): Promise<MadeLetter> {
  const trust: TrustFile = JSON.parse(await readFile(join(folder, 'trust.json'), 'utf8'));
  const within = (paths: readonly string[]): readonly string[] => paths.map((path) => join(folder, path));
  // A letter that came on paper has no statements.
  const statements = await readdir(join(folder, 'statements')).catch(() => []);
  const names = statements.filter((name) => name.endsWith('.json')).sort();
  return {
    pdf: join(folder, 'document.pdf'),
    evidence: join(folder, 'evidence.asice'),
    statements: names.map((name) => {
      const json = join(folder, 'statements', name);
      return { json, p7s: json.replace(/\.json$/, '.p7s') };
    }),
    roots: within(trust.roots),
    crls: within(trust.crls),
    ocsp: within(trust.ocsp),
  };
}
