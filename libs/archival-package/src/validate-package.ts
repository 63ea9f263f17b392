import { type Checking, checkMets } from './check-mets.ts';
import { type Finding, Findings, type ProfileVersion } from './finding.ts';
import { resolveHref } from './fixity/resolve-href.ts';
import { ordinaryLimits, type PackageLimits } from './limits.ts';
import { ElementIds } from './mets/element-ids.ts';
import { attributeOf, type MetsElement, withAllBelow } from './mets/mets-element.ts';
import { judgeDocument } from './rules/document.ts';
import { judgeFolders } from './rules/folders.ts';
import { type MetsContext, representationFolders } from './rules/mets-context.ts';
import { signaturePath } from './signature-path.ts';
import { openSource } from './source/open-source.ts';
import type { PackageInput } from './source/package-input.ts';
import type { PackageSource } from './source/package-source.ts';

export interface ValidateOptions {
  /** The version of the E-ARK profiles that is asked; the newest by default. */
  readonly version?: ProfileVersion;
  readonly limits?: Partial<PackageLimits>;
}

export interface ValidationReport {
  readonly valid: boolean;
  readonly version: ProfileVersion;
  readonly findings: readonly Finding[];
}

/**
 * Judges a folder, zip or tar against the E-ARK profiles CSIP, SIP, AIP and DIP. All findings come in one pass; METS is
 * read as a stream, nothing is written to a disk. Throws `input-invalid` where the input is no package at all.
 */
export async function validatePackage(input: PackageInput, options: ValidateOptions = {}): Promise<ValidationReport> {
  const limits = { ...ordinaryLimits, ...options.limits };
  const version = options.version ?? '2.2.0';
  const source = await openSource(input, limits);
  try {
    const findings = await judgePackage(source, version, limits);
    return { valid: findings.isValid, version, findings: findings.all };
  } finally {
    await source.close();
  }
}

async function judgePackage(source: PackageSource, version: ProfileVersion, limits: PackageLimits): Promise<Findings> {
  const findings = new Findings(limits.findingsPerRequirement);
  const checking: Checking = {
    findings,
    limits,
    version,
    ids: new ElementIds(),
    referenced: new Set(),
    premisRead: new Set(),
  };
  findings.addAll(source.findings);
  const mets = await judgeMets('', source, checking);
  for (const folder of representationFolders(source)) await judgeMets(folder, source, checking);
  findings.addAll(judgeFolders(source, mets));
  findings.addAll(leftovers(source, checking.referenced));
  return findings;
}

async function judgeMets(folder: string, source: PackageSource, checking: Checking): Promise<MetsContext | undefined> {
  const path = folder === '' ? 'METS.xml' : `${folder}/METS.xml`;
  const file = source.files.get(path);
  if (file === undefined) return undefined;
  const context = contextOf(folder, path, source, checking.version);
  checking.referenced.add(path);
  await checkMets(file, context, checking);
  const { root } = context;
  if (root === undefined) return context;
  for (const target of pointers(root, context)) checking.referenced.add(target);
  checking.findings.addAll(judgeDocument(root, context));
  return context;
}

function contextOf(folder: string, path: string, source: PackageSource, version: ProfileVersion): MetsContext {
  return {
    version,
    scope: folder === '' ? 'package' : 'representation',
    path,
    folder,
    folderName: folder === '' ? source.rootName : (folder.split('/').at(-1) ?? folder),
    source,
    sections: [],
    dmdIds: new Set(),
    amdIds: new Set(),
    fileIds: new Set(),
    fileAttributes: new Set(),
    root: undefined,
  };
}

function* pointers(root: MetsElement, { folder, source }: MetsContext): Generator<string> {
  for (const element of withAllBelow(root)) {
    const { path } = element.name === 'mptr' ? resolveHref(attributeOf(element, 'xlink:href'), folder, source) : {};
    if (path !== undefined) yield path;
  }
}

/** No METS can name a signature over itself; the natural place for one is beside it. */
const signaturePaths = [signaturePath, 'METS.xml.p7s'];

/** Files that nobody speaks of, and files in which there is nothing. */
function* leftovers({ files }: PackageSource, referenced: ReadonlySet<string>): Generator<Finding> {
  for (const [path, { size }] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!referenced.has(path) && !signaturePaths.includes(path))
      yield {
        requirement: 'SILLOK-FILE-UNREFERENCED',
        level: 'SHOULD',
        path,
        message: 'no METS document refers to this file',
      };
    if (size === 0) yield { requirement: 'SILLOK-FILE-EMPTY', level: 'SHOULD', path, message: 'the file has no bytes' };
  }
}
