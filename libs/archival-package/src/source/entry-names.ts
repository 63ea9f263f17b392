import type { Finding } from '../finding.ts';
import type { PackageLimits } from '../limits.ts';
import type { RawEntry } from './package-source.ts';

const mebibyte = 1024 * 1024;

/** The name without what means nothing: a leading `./` and a trailing `/`. */
export function plainName(name: string): string {
  return name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

/** Why an entry cannot be taken, if so: it would leave its folder, or it is no file. */
export function refusedEntry({ name, kind, isEncrypted }: RawEntry): Finding | undefined {
  if (climbs(name)) return must('SILLOK-NAME-CLIMBS', name, 'the name leads out of the package');
  if (kind === 'link')
    return must('SILLOK-ENTRY-LINK', name, 'a link is no file: what it points at is not kept with it');
  if (kind === 'other') return must('SILLOK-ENTRY-SPECIAL', name, 'this is neither a file nor a folder');
  if (isEncrypted === true) return must('SILLOK-ENTRY-ENCRYPTED', name, 'an encrypted file cannot be checked');
  return undefined;
}

function climbs(name: string): boolean {
  if (name === '' || name.includes('\u0000') || name.startsWith('/') || name.startsWith('\\')) return true;
  if (/^[A-Za-z]:[\\/]/.test(name)) return true;
  return name.split(/[\\/]/).includes('..');
}

/** What is beyond the limits, for one file; such a file is listed but never unpacked. */
export function oversized(entry: RawEntry, total: number, limits: PackageLimits): Finding | undefined {
  if (entry.size > limits.entryBytes)
    return must('SILLOK-LIMIT-SIZE', entry.name, `${entry.size} bytes are more than the ${limits.entryBytes} allowed`);
  if (total > limits.totalBytes)
    return must('SILLOK-LIMIT-TOTAL', entry.name, `the package has more than ${limits.totalBytes} bytes from here on`);
  const ratio = entry.size / Math.max(entry.packedSize ?? entry.size, 1);
  if (entry.size > mebibyte && ratio > limits.ratio)
    return must('SILLOK-LIMIT-RATIO', entry.name, `it is packed ${Math.round(ratio)} times, like a bomb`);
  return undefined;
}

/** Names that are one name somewhere: twice the same, NFC and NFD, or differing by case alone. */
export class NameTwins {
  readonly #exact = new Set<string>();
  readonly #normal = new Map<string, string>();
  readonly #folded = new Map<string, string>();

  check(name: string): Finding | undefined {
    const normal = name.normalize('NFC');
    const folded = normal.toLowerCase();
    const twin = this.#normal.get(normal);
    const near = this.#folded.get(folded);
    const isSeen = this.#exact.has(name);
    this.#exact.add(name);
    this.#normal.set(normal, name);
    this.#folded.set(folded, name);
    if (isSeen) return must('SILLOK-NAME-DUPLICATE', name, 'two entries have this one name');
    if (twin !== undefined)
      return must(
        'SILLOK-NAME-TWIN',
        name,
        `the name differs from ${twin} only by how its accents are written (NFC, NFD)`,
      );
    if (near !== undefined)
      return { ...must('SILLOK-NAME-CASE', name, `the name differs from ${near} by case alone`), level: 'SHOULD' };
    return undefined;
  }
}

function must(requirement: string, path: string, message: string): Finding {
  return { requirement, level: 'MUST', path, message };
}
