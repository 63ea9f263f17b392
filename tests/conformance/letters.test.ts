import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToolOrThrow } from './judges/run-tool.ts';
import {
  dss,
  opensslCms,
  opensslOcsp,
  opensslTs,
  pdfsig,
  pyhanko,
  qpdf,
  verapdf,
  writeCertificatesOf,
} from './judges.ts';
import { type MadeLetter, readMadeLetter } from './reading/made-letter.ts';
import { type PdfSignature, pdfSignaturesOf } from './reading/pdf-signature.ts';
import { signerInfoOf } from './reading/signer-info.ts';
import { letterInputs, lettersOf } from './reading/told-letters.ts';

const root = join(import.meta.dirname, '..', '..');
const names = lettersOf('drafted');

describe('letters lived through until they are registered', () => {
  let out = '';

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'sillok-letters-'));
    const inputs = letterInputs.flatMap((path) => ['--input', path]);
    const words = [join(root, 'sillok.js'), 'life', '--until', 'registered', '--out', out, ...inputs];
    await runToolOrThrow(process.execPath, words);
  }, 600_000);

  afterAll(() => rm(out, { recursive: true, force: true }));

  it('there are letters in four languages', () => {
    expect(names).toEqual(expect.arrayContaining(['en-reply', 'kr-notice', 'lo-meeting-report', 'rs-overtime']));
  });

  describe.each(names)('%s', (name) => {
    let letter: MadeLetter;
    let sealed: PdfSignature;
    let cms = '';
    let covered = '';

    beforeAll(async () => {
      letter = await readMadeLetter(join(out, name));
      const signatures = pdfSignaturesOf(await readFile(letter.pdf));
      expect(signatures).toHaveLength(1);
      [sealed = { cms: Buffer.alloc(0), covered: Buffer.alloc(0) }] = signatures;
      cms = join(out, `${name}.cms`);
      covered = join(out, `${name}.covered`);
      await writeFile(cms, sealed.cms);
      await writeFile(covered, sealed.covered);
    });

    it('veraPDF finds it PDF/A-2a', async () => {
      const judged = await verapdf([letter.pdf], '2a');
      expect(judged.ok, judged.output).toBe(true);
    });

    it('qpdf finds it sound', async () => {
      const judged = await qpdf(letter.pdf);
      expect(judged, judged.output).toMatchObject({ ok: true, warnings: [] });
    });

    it('pdfsig finds its signature valid, over the whole document', async () => {
      const judged = await pdfsig(letter.pdf);
      expect(judged.ok, judged.output).toBe(true);
      expect(judged.output).toContain('Total document signed');
    });

    it('DSS passes it as PAdES-BASELINE-T without a warning', async () => {
      const judged = await dss([letter.pdf], letter);
      expect(judged, judged.output).toMatchObject({ ok: true, warnings: [] });
      expect(judged.answers[0]?.signatures).toHaveLength(1);
      expect(judged.answers[0]?.signatures?.[0]).toMatchObject({
        indication: 'TOTAL_PASSED',
        format: 'PAdES-BASELINE-T',
        errors: [],
      });
    });

    it('pyHanko passes it with its time', async () => {
      const judged = await pyhanko(letter.pdf, { ...letter, ades: 'time' });
      expect(judged.ok, judged.output).toBe(true);
    });

    it('openssl verifies the CMS taken out of the PDF', async () => {
      const judged = await opensslCms(cms, covered, letter.roots, letter.crls);
      expect(judged.ok, judged.output).toBe(true);
    });

    it('openssl verifies the timestamp of the signature', async () => {
      const { signature, timestampToken } = signerInfoOf(sealed.cms);
      const [value, token] = [join(out, `${name}.signature`), join(out, `${name}.tst`)];
      await writeFile(value, signature);
      await writeFile(token, timestampToken ?? new Uint8Array());
      const judged = await opensslTs(token, { data: value }, letter.roots);
      expect(judged.ok, judged.output).toBe(true);
    });

    it('openssl verifies every statement', async () => {
      expect(letter.statements.length).toBeGreaterThan(0);
      for (const { json, p7s } of letter.statements) {
        const judged = await opensslCms(p7s, json, letter.roots, letter.crls);
        expect(judged.ok, `${p7s}\n${judged.output}`).toBe(true);
      }
    });

    it('DSS passes every statement over its bytes', async () => {
      expect(letter.statements.length).toBeGreaterThan(0);
      for (const { json, p7s } of letter.statements) {
        const judged = await dss([p7s], { ...letter, detached: [json] });
        expect(judged.ok, judged.output).toBe(true);
        expect(judged.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED' });
      }
    });

    it('openssl verifies every stored OCSP answer', async () => {
      expect(letter.ocsp.length).toBeGreaterThan(0);
      const between = join(out, `${name}.pem`);
      await writeCertificatesOf(cms, between);
      for (const answer of letter.ocsp) {
        const judged = await opensslOcsp(answer, { roots: letter.roots, between });
        expect(judged.ok, `${answer}\n${judged.output}`).toBe(true);
      }
    });

    it('DSS passes the evidence container', async () => {
      const judged = await dss([letter.evidence], letter);
      expect(judged.ok, judged.output).toBe(true);
      expect(judged.answers[0]?.container).toBe('ASiC-E');
    });
  });

  it.each(lettersOf('paper'))('DSS passes what was sealed over the scan of %s', async (name) => {
    const { roots, crls, ocsp } = await readMadeLetter(join(out, name));
    const judged = await dss([join(out, name, 'digitisation.asice')], { roots, crls, ocsp });
    expect(judged.ok, judged.output).toBe(true);
    expect(judged.answers[0]?.container).toBe('ASiC-E');
    expect(judged.answers[0]?.signatures?.[0]).toMatchObject({ indication: 'TOTAL_PASSED' });
  });
});
