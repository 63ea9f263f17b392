import { type Finding, type ProfileVersion, profileVersions, validatePackage } from '@sillok/archival-package';
import { hasCode } from '@sillok/kernel';
import { readOptions, userPath } from '../command-options.ts';
import { printable } from '../printable.ts';

export const summary = 'Validate an archival package (E-ARK SIP, AIP or DIP): a folder, zip or tar.';

export const usage = `usage: sillok validate PATH [--version ${profileVersions.join('|')}] [--json]

PATH is a package as a folder, a zip or a plain tar. Everything is asked in one pass: the METS of the package and of each
representation, folders and names, that each file is there and has its size and checksum. Nothing is unpacked to disk.

--version  the version of the E-ARK profiles (CSIP, SIP, AIP, DIP); 2.2.0 if not said
--json     print {"valid", "version", "findings": [{"requirement", "level", "path", "line", "place", "message"}]}

Findings of MAY and SHOULD leave a package valid.

exit codes    0 valid, 1 not valid, 2 asked wrongly
`;

export async function run(args: readonly string[]): Promise<number> {
  const read = readOptions(args, { version: { type: 'string' }, json: { type: 'boolean' } } as const);
  if (read === undefined) return 2;
  const [path, ...more] = read.positionals;
  const version = profileVersions.find((one) => one === (read.values.version ?? '2.2.0'));
  if (path === undefined || more.length > 0) return asksWrongly('exactly one path is needed');
  if (version === undefined) return asksWrongly(`--version is one of ${profileVersions.join(', ')}`);
  return validate(userPath(path), version, read.values.json === true);
}

async function validate(path: string, version: ProfileVersion, asJson: boolean): Promise<number> {
  try {
    const { valid, findings } = await validatePackage(path, { version });
    console.log(asJson ? JSON.stringify({ valid, version, findings }) : report(valid, version, findings));
    return valid ? 0 : 1;
  } catch (error) {
    if (!hasCode(error, 'input-invalid') || !(error instanceof Error)) throw error;
    return asksWrongly(error.message);
  }
}

function asksWrongly(message: string): number {
  console.error(`sillok validate: ${message}`);
  return 2;
}

const worst = ['MUST', 'SHOULD', 'MAY'] as const;

/** For people: the verdict, then what is found, worst first. */
function report(valid: boolean, version: ProfileVersion, findings: readonly Finding[]): string {
  const sorted = worst.flatMap((level) => findings.filter((finding) => finding.level === level));
  const counts = worst.map((level) => `${findings.filter((finding) => finding.level === level).length} ${level}`);
  const verdict = `${valid ? '✓ valid' : '✗ not valid'} by the E-ARK profiles ${version}: ${counts.join(', ')}`;
  return [verdict, ...(sorted.length === 0 ? [] : ['']), ...sorted.map(lineFor)].join('\n');
}

function lineFor({ level, requirement, path, line, message }: Finding): string {
  const where = `${path === '' ? 'package' : path}${line === undefined ? '' : `:${line}`}`;
  return printable(`${level.padEnd(6)}  ${requirement.padEnd(10)}  ${where}  ${message}`);
}
