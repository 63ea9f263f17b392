import { type PackageInput, validatePackage } from '@sillok/archival-package';
import type { Checked } from './finding.ts';

/** A package may be valid by the profiles with these; an archives takes no file that is empty or that nobody names. */
const neverTaken = new Set(['SILLOK-FILE-EMPTY', 'SILLOK-FILE-UNREFERENCED']);

/** The rules of E-ARK CSIP and SIP 2.2.0, with the digest of every file that METS names. */
export async function checkProfile(input: PackageInput, files: number): Promise<Checked> {
  const { findings } = await validatePackage(input);
  // What a package may have beside is an offer, and no fault of one that has it not.
  const found = findings
    .filter(({ level }) => level !== 'MAY')
    .map(({ requirement, level, path, message }) => ({
      code: requirement,
      path,
      message,
      blocking: level === 'MUST' || neverTaken.has(requirement),
    }));
  return { check: 'profile', done: files, found };
}
