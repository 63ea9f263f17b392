import { installedJudge, type JudgeName } from './installed-judge.ts';
import { type Judgement, jsonLines, optionFor, type TrustFiles } from './judgement.ts';
import { runTool, type ToolRun } from './run-tool.ts';

interface Indicated {
  readonly indication: string;
  readonly subIndication: string | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface DssSignature extends Indicated {
  /** Such as `PAdES-BASELINE-T`, `CAdES-BASELINE-B`. */
  readonly format: string;
  readonly signedBy: string;
  readonly bestTime: string | null;
  readonly algorithm: string;
  readonly scopes: readonly string[];
  readonly pdfModified?: boolean;
  readonly undefinedChanges?: number;
}

export interface DssAnswer {
  readonly file: string;
  readonly passed: boolean;
  readonly refused?: string;
  readonly container?: string | null;
  readonly signatures?: readonly DssSignature[];
  readonly timestamps?: readonly { readonly type: string; readonly time: string; readonly indication: string }[];
  readonly evidenceRecords?: readonly Indicated[];
}

export interface DssTrust extends TrustFiles {
  /** What a detached signature is over. */
  readonly detached?: readonly string[];
}

type DssJudgement = Judgement & { readonly answers: readonly DssAnswer[] };

/** EU DSS on PAdES, CAdES, ASiC with CAdES and evidence records: ok when every signature of every file is TOTAL_PASSED. */
export async function dss(files: readonly string[], trust: DssTrust = {}): Promise<DssJudgement> {
  return judgedByDss([...optionFor('--detached', trust.detached), ...files], files, trust);
}

/** A CAdES signature in a file of its own, and the file that it is over. */
export interface DetachedSignature {
  readonly p7s: string;
  readonly content: string;
}

/** The same on many detached signatures at once, each over its own content. */
export async function dssDetached(signatures: readonly DetachedSignature[], trust: TrustFiles): Promise<DssJudgement> {
  const words = signatures.flatMap(({ p7s, content }) => ['--content', content, p7s]);
  return judgedByDss(
    words,
    signatures.map(({ p7s }) => p7s),
    trust,
  );
}

async function judgedByDss(
  words: readonly string[],
  files: readonly string[],
  trust: TrustFiles,
): Promise<DssJudgement> {
  const run = await ask('dss', [
    ...optionFor('--trust', trust.roots),
    ...optionFor('--crl', trust.crls),
    ...optionFor('--ocsp', trust.ocsp),
    ...words,
  ]);
  const answers = jsonLines<DssAnswer>(run.stdout);
  const warnings = answers.flatMap((one) => (one.signatures ?? []).flatMap((signature) => signature.warnings));
  return { ...verdict(run, answers, files), warnings, answers };
}

export type PdfFlavour = '1b' | '2a' | '2b' | '2u' | '3a' | '3b' | '4' | 'ua1';

interface VeraPdfAnswer {
  readonly passed: boolean;
  readonly checks?: number;
  readonly failures?: readonly string[];
}

/** veraPDF: ok when every file keeps the flavour; the broken rules stand in `output`. */
export async function verapdf(files: readonly string[], flavour: PdfFlavour): Promise<Judgement> {
  const run = await ask('verapdf', ['--flavour', flavour, ...files]);
  return verdict(run, jsonLines<VeraPdfAnswer>(run.stdout), files);
}

export interface PyHankoTrust extends TrustFiles {
  /** The procedure of EN 319 102-1: basic (B-B), time (B-T), archival (B-LT, B-LTA). */
  readonly ades: 'basic' | 'time' | 'archival';
}

interface PyHankoAnswer {
  readonly passed: boolean;
}

/** pyHanko on the signatures of a PDF: ok when each is whole, covered, unchanged since, and the procedure says OK. */
export async function pyhanko(file: string, trust: PyHankoTrust): Promise<Judgement> {
  const run = await ask('pyhanko', [
    ...optionFor('--trust', trust.roots),
    ...optionFor('--crl', trust.crls),
    ...optionFor('--ocsp', trust.ocsp),
    '--ades',
    trust.ades,
    file,
  ]);
  return verdict(run, jsonLines<PyHankoAnswer>(run.stdout), [file]);
}

export interface PackageFinding {
  readonly requirement: string;
  /** Of commons-ip: `MUST`, `SHOULD`, `MAY`. */
  readonly level?: string;
  /** Of eark-validator: `error`, `warn`; `info` tells of something optional that is there. */
  readonly severity?: string;
  readonly message: string;
}

export interface PackageAnswer {
  readonly file: string;
  readonly passed: boolean;
  readonly refused?: string;
  readonly findings?: readonly PackageFinding[];
}

type PackageJudgement = Judgement & { readonly answers: readonly PackageAnswer[] };

/** commons-ip on E-ARK packages (folders or zips): ok when no requirement of any level fails. */
export async function commonsIp(packages: readonly string[], version: '2.1.0' | '2.2.0'): Promise<PackageJudgement> {
  return packageJudge('commons-ip', packages, version);
}

/** eark-validator on E-ARK packages (folders or zips); 2.1.0 is the newest version that it knows. */
export async function earkValidator(
  packages: readonly string[],
  version: '2.0.4' | '2.1.0',
): Promise<PackageJudgement> {
  return packageJudge('eark-validator', packages, version);
}

export interface SchematronAnswer {
  readonly passed: boolean;
  /** How many elements a rule looked at. */
  readonly fired?: number;
  readonly failures?: readonly string[];
}

/** An ISO Schematron on XML files, by SchXslt: ok when no assertion of any file fails. */
export async function schematron(
  files: readonly string[],
  rules: string,
): Promise<Judgement & { readonly answers: readonly SchematronAnswer[] }> {
  const run = await ask('schematron', ['--schematron', rules, ...files]);
  const answers = jsonLines<SchematronAnswer>(run.stdout);
  return { ...verdict(run, answers, files), answers };
}

async function packageJudge(name: JudgeName, packages: readonly string[], version: string): Promise<PackageJudgement> {
  const run = await ask(name, ['--version', version, ...packages]);
  const answers = jsonLines<PackageAnswer>(run.stdout);
  return { ...verdict(run, answers, packages), answers };
}

async function ask(name: JudgeName, words: readonly string[]): Promise<ToolRun> {
  const command = await installedJudge(name);
  const run = await runTool(command.tool, [...command.words, ...words]);
  // 0 and 1 are verdicts; anything else says nothing about the file.
  if (run.code === 0 || run.code === 1) return run;
  throw new Error(`${name} could not judge (exit ${run.code}):\n${run.stdout}${run.stderr}`);
}

function verdict(run: ToolRun, answers: readonly { readonly passed: boolean }[], files: readonly string[]): Judgement {
  if (answers.length !== files.length) {
    throw new Error(`${answers.length} answers for ${files.length} files:\n${run.stdout}${run.stderr}`);
  }
  return { ok: run.code === 0 && answers.every((one) => one.passed), output: run.stdout + run.stderr, warnings: [] };
}
