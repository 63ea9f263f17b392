import { createHash, randomUUID } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earkValidatorMistakes } from './eark-validator-mistakes.ts';
import { installedJudge, type JudgeName } from './judges/installed-judge.ts';
import { runTool, runToolOrThrow } from './judges/run-tool.ts';
import {
  commonsIp,
  type DetachedSignature,
  type DssAnswer,
  dss,
  dssDetached,
  earkValidator,
  type Judgement,
  metadataTroubles,
  metsTroubles,
  opensslCms,
  opensslTs,
  pdfsig,
  pyhanko,
  qpdf,
  verapdf,
} from './judges.ts';
import { type Answer, bash, changeFile, type Stranger, strangerWith } from './making/stranger.ts';
import { type LeftPackage, packagesLeft } from './reading/left-by-life.ts';
import { containersIn, detachedIn, signatureOfContainer, timestampOf } from './reading/left-signatures.ts';
import { type MadeLetter, readMadeLetter } from './reading/made-letter.ts';
import { letterInputs, lettersOf, toldLetters } from './reading/told-letters.ts';

const root = join(import.meta.dirname, '..', '..');
const corpora = process.env['SILLOK_CORPORA'];
const skipped = corpora === undefined ? ' (skipped: SILLOK_CORPORA is not set)' : '';
const names = toldLetters.map(({ name }) => name);
/** One letter of each institution that hands something over. */
const institutions = ['en-reply', 'kr-notice', 'rs-overtime'];
const judges: readonly JudgeName[] = ['dss', 'verapdf', 'pyhanko', 'commons-ip', 'eark-validator', 'schematron'];
const patience = 300_000;

/** What DSS has to say of a signature of an institution: that it holds, and since when. */
const passedWithTime = {
  passed: true,
  signatures: [{ indication: 'TOTAL_PASSED', format: 'CAdES-BASELINE-T', errors: [], warnings: [] }],
  timestamps: [{ indication: 'PASSED' }],
};

let out = '';
let packages: readonly LeftPackage[] = [];
const letterOf = (name: string): Promise<MadeLetter> => readMadeLetter(join(out, name));
const newFolder = (): string => join(out, 'asked', randomUUID());

beforeAll(async () => {
  for (const judge of judges) await installedJudge(judge);
  out = await mkdtemp(join(tmpdir(), 'sillok-archives-'));
  const inputs = letterInputs.flatMap((path) => ['--input', path]);
  await runToolOrThrow(process.execPath, [join(root, 'sillok.js'), 'life', '--out', out, ...inputs]);
  packages = await packagesLeft(out, names, join(out, 'unpacked'));
}, 600_000);

afterAll(() => rm(out, { recursive: true, force: true }));

function packageOf(kind: LeftPackage['kind'], letter: string): LeftPackage {
  const names = readdirSync(join(out, letter, kind));
  const found = packages.find((one) => one.kind === kind && names.includes(basename(one.zip)));
  if (found === undefined) throw new Error(`${letter} has no ${kind}`);
  return found;
}

const documentsIn = (folder: string): readonly string[] =>
  globSync('representations/*/data/document.pdf', { cwd: folder }).map((path) => join(folder, path));

const packagesOf = (kind: LeftPackage['kind']) => packages.filter((one) => one.kind === kind);

function allPassed(answers: readonly DssAnswer[], count: number): void {
  expect(answers).toMatchObject(answers.map(() => passedWithTime));
  expect(answers).toHaveLength(count);
}

async function heldByOpenssl(signatures: readonly DetachedSignature[], { roots, crls }: MadeLetter): Promise<void> {
  for (const { p7s, content } of signatures) {
    const signature = await opensslCms(p7s, content, roots, crls);
    expect(signature.ok, `${p7s}\n${signature.output}`).toBe(true);
    const { token, data } = await timestampOf(p7s, newFolder());
    const timestamp = await opensslTs(token, { data }, roots);
    expect(timestamp.ok, `${p7s}\n${timestamp.output}`).toBe(true);
  }
}

/** Containers by both judges: as containers, and what signs them by itself. */
async function containersHold(containers: readonly string[], trust: MadeLetter): Promise<void> {
  const judged = await dss(containers, trust);
  allPassed(judged.answers, containers.length);
  expect(judged.answers.map(({ container }) => container)).toEqual(containers.map(() => 'ASiC-E'));
  await heldByOpenssl(await Promise.all(containers.map((one) => signatureOfContainer(one, newFolder()))), trust);
}

async function signaturesHold(signatures: readonly DetachedSignature[], trust: MadeLetter): Promise<void> {
  const judged = await dssDetached(signatures, trust);
  allPassed(judged.answers, signatures.length);
  await heldByOpenssl(signatures, trust);
}

/** By the command line, with what lies beside a letter as trust. */
async function verified(path: string, letter: string): Promise<unknown> {
  const trust = join(out, letter, 'trust.json');
  const words = [join(root, 'sillok.js'), 'verify', path, '--trust', trust, '--json'];
  const { code, stdout, stderr } = await runTool(process.execPath, words);
  const { kind, verdict } = JSON.parse(stdout === '' ? '{}' : stdout);
  return { path: basename(path), code, kind, verdict, stderr };
}

describe('what is left of each letter that went to the archives', () => {
  it('is a package of each institution, as it was handed over and as it is kept', () => {
    for (const kind of ['sip', 'aip'] as const) {
      expect(packagesOf(kind)).toHaveLength(institutions.length);
      expect(new Set(institutions.map((letter) => packageOf(kind, letter))).size).toBe(institutions.length);
    }
    const sent = names.filter((name) => readdirSync(join(out, name)).includes('exchange.asice'));
    expect(sent).toEqual(expect.arrayContaining(['batch-of-three-1', 'en-reply', 'kr-notice', 'lo-meeting-report']));
  });

  describe.each(names)('%s', (name) => {
    it('has containers that DSS and openssl pass, with their time', { timeout: patience }, async () => {
      const containers = containersIn(join(out, name));
      const own = lettersOf('paper').includes(name) ? 'digitisation.asice' : 'evidence.asice';
      expect(containers.map((path) => basename(path))).toContain(own);
      await containersHold(containers, await letterOf(name));
    });

    it('has acknowledgements and receipts that DSS and openssl pass, with their time', {
      timeout: patience,
    }, async () => {
      const folder = join(out, name);
      const signatures = detachedIn(folder).filter(({ p7s }) => basename(dirname(p7s)) !== 'statements');
      const isSent = containersIn(folder).some((path) => basename(path) === 'exchange.asice');
      expect(signatures).toHaveLength(isSent ? 3 + 2 : 2);
      await signaturesHold(signatures, await letterOf(name));
    });

    it('has receipts that `sillok verify` passes, each alone', { timeout: patience }, async () => {
      const receipts = readdirSync(join(out, name, 'receipt')).filter((file) => file.endsWith('.json'));
      expect(receipts).toHaveLength(2);
      for (const file of receipts) {
        const verdict = await verified(join(out, name, 'receipt', file), name);
        expect(verdict).toMatchObject({ code: 0, kind: 'transfer-receipt', verdict: 'passed' });
      }
    });
  });
});

describe('the packages of each institution', () => {
  const all = () => packages.flatMap(({ zip, unpacked }) => [zip, unpacked]);

  it('satisfy commons-ip 2.2.0 to the last SHOULD, packed and unpacked', { timeout: patience }, async () => {
    const { answers } = await commonsIp(all(), '2.2.0');
    expect(answers).toEqual(
      all().map((file) => ({ ...answers.find((one) => one.file === file), passed: true, findings: [] })),
    );
    expect(answers).toHaveLength(4 * institutions.length);
  });

  it('are told by eark-validator its known mistakes, and nothing else', { timeout: patience }, async () => {
    const { answers } = await earkValidator(all(), '2.1.0');
    expect(answers.map(({ refused }) => refused)).toEqual(all().map(() => undefined));
    const found = answers.flatMap(({ findings = [] }) => findings.filter(({ severity }) => severity !== 'info'));
    const requirements = [...new Set(found.map(({ requirement }) => requirement))].sort();
    expect(requirements).toEqual(Object.keys(earkValidatorMistakes).sort());
  });

  it('leave `sillok validate` only what may be left out', { timeout: patience }, async () => {
    for (const path of all()) {
      const { code, stdout } = await runTool(process.execPath, [join(root, 'sillok.js'), 'validate', path, '--json']);
      const { valid, findings } = JSON.parse(stdout);
      const levels = findings.map((one: { level: string }) => one.level).filter((level: string) => level !== 'MAY');
      expect({ path, code, valid, levels }).toEqual({ path, code: 0, valid: true, levels: [] });
    }
  });

  it('are passed by `sillok verify`, each alone', { timeout: patience }, async () => {
    for (const { zip, letter } of packages) {
      expect(await verified(zip, letter)).toMatchObject({ code: 0, kind: 'package', verdict: 'passed' });
    }
  });

  it.skipIf(corpora === undefined)(
    `keep the stock METS, PREMIS and ERMS schemas, and the Schematron of CITS ERMS${skipped}`,
    { timeout: patience },
    async () => {
      for (const { unpacked } of packages) {
        expect(await metsTroubles(unpacked, join(corpora ?? '', 'specs'))).toEqual([]);
        expect(await metadataTroubles(unpacked, join(corpora ?? '', 'specs'))).toEqual([]);
      }
    },
  );

  it('are sealed over METS as DSS and openssl see it, and all that lies in them is', {
    timeout: patience,
  }, async () => {
    for (const { kind, unpacked, trust } of packages) {
      const signatures = detachedIn(unpacked);
      const seals = signatures.filter(({ content }) => basename(content) === 'METS.xml');
      expect(seals).toHaveLength(kind === 'sip' ? 1 : 2);
      // What an archival package keeps it keeps byte for byte, so that each representation is asked about once.
      const isAsked = ({ p7s }: DetachedSignature) => kind === 'aip' || seals.some((seal) => seal.p7s === p7s);
      await signaturesHold(signatures.filter(isAsked), trust);
      if (kind === 'aip') await containersHold(containersIn(unpacked), trust);
    }
  });

  it('keep every file of the submission byte for byte', () => {
    for (const letter of institutions) {
      const [sip, aip] = [packageOf('sip', letter), packageOf('aip', letter)];
      const filesOf = (one: LeftPackage) =>
        globSync('representations/**', { cwd: one.unpacked, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map(
            (path) =>
              `${relative(one.unpacked, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
          )
          .toSorted();
      expect(filesOf(aip)).toEqual(filesOf(sip));
      expect(filesOf(aip).length).toBeGreaterThan(20);
    }
  });

  it('hold documents that veraPDF, qpdf, pdfsig, DSS and pyHanko pass', { timeout: patience }, async () => {
    for (const { unpacked, trust } of packagesOf('aip')) {
      const documents = documentsIn(unpacked);
      expect(documents).not.toEqual([]);
      const judgements: Judgement[] = [await verapdf(documents, '2a')];
      // A copy that was sent with the seal lawfully omitted has no signature of its own.
      const sealed = documents.filter((pdf) => readFileSync(pdf).includes('/ByteRange'));
      judgements.push(await dss(sealed, trust));
      for (const pdf of documents) judgements.push(await qpdf(pdf));
      for (const pdf of sealed) judgements.push(await pdfsig(pdf), await pyhanko(pdf, { ...trust, ades: 'time' }));
      for (const judged of judgements) expect(judged, judged.output).toMatchObject({ ok: true, warnings: [] });
    }
  });
});

describe.each(institutions)('a stranger with the archival package of %s', (letter) => {
  let stranger: Stranger;

  beforeAll(async () => {
    const kept = packageOf('aip', letter);
    stranger = await strangerWith(newFolder(), { ...kept, packageBytes: readFileSync(kept.zip) });
  });

  it('finds each step of its page right', { timeout: patience }, async () => {
    expect(stranger.unpacked).toMatchObject({ ok: true });
    expect(stranger.steps).toHaveLength(7);
    for (const commands of stranger.steps) {
      const { ok, said } = await bash(commands, stranger.root, patience);
      expect(ok, `${commands}\n${said}`).toBe(true);
    }
  });

  // The place of a step on the page, what is done, and the file that it is done to.
  it.each<[number, string, string, (bytes: Buffer) => Buffer]>([
    [0, 'a flipped byte', 'data/erms.xml', flippedInside],
    [1, 'a flipped byte', 'METS.xml', flippedInside],
    [2, 'a flipped byte', 'data/document.pdf', flippedInside],
    [3, 'a flipped byte', 'data/evidence.asice', flippedInside],
    [4, 'a flipped byte', 'metadata/other/history.jsonl', flippedInside],
    [5, 'an event that was left out', 'metadata/other/history.jsonl', withoutFirstLine],
    [6, 'a flipped byte', 'metadata/other/opened.jsonl', flippedInside],
  ])('finds by step %i %s: %s', { timeout: patience }, async (step, _, name, change) => {
    expect(await saidOfDamaged({ stranger, step, name }, change)).toMatchObject({ ok: false });
    expect(await bash(stranger.steps[0] ?? '', stranger.root, patience)).toMatchObject({ ok: true });
  });
});

it('shows a stranger that a scan is not the one that was sealed', { timeout: patience }, async () => {
  const kept = packageOf('aip', 'citizen-letter');
  const stranger = await strangerWith(newFolder(), { ...kept, packageBytes: readFileSync(kept.zip) });
  const damage = { stranger, step: 3, name: 'data/scan.*' };
  expect(await saidOfDamaged(damage, (bytes) => bytes)).toMatchObject({ ok: true });
  expect(await saidOfDamaged(damage, flippedInside)).toMatchObject({ ok: false });
});

interface Damage {
  readonly stranger: Stranger;
  /** The place of a step on the page. */
  readonly step: number;
  /** A file of a representation; the first one with such a file is damaged. */
  readonly name: string;
}

/** What a step says while a file is changed; it is mended afterwards. */
async function saidOfDamaged({ stranger, step, name }: Damage, change: (bytes: Buffer) => Buffer): Promise<Answer> {
  const [path = ''] = globSync(`representations/*/${name}`, { cwd: stranger.root }).toSorted();
  const whole = await readFile(join(stranger.root, path));
  await changeFile(stranger.root, path, change);
  try {
    return await bash(stranger.steps[step] ?? '', stranger.root, patience);
  } finally {
    await changeFile(stranger.root, path, () => whole);
  }
}

function flippedInside(bytes: Buffer): Buffer {
  const place = Math.floor(bytes.length / 2);
  return Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ 1 : byte)));
}

function withoutFirstLine(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf(10) + 1);
}
