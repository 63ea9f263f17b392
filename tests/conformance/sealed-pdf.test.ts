import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate, toPem } from '@sillok/signatures/issuing';
import { completeFields, declareFields, embedSignature, prepareSeal } from '@sillok/signatures/pdf';
import { signStamped, type TestIdentity, testPki } from '@sillok/test-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dss, pdfsig, pyhanko, qpdf, verapdf } from './judges.ts';
import { plainPdf } from './making/plain-pdf.ts';

const signedAt = '2016-05-04T03:02:01.000Z';

describe('a frozen paper that was completed, then sealed and stamped in 2016', () => {
  const pki = testPki();
  let folder = '';
  const at = (name: string): string => join(folder, name);
  let frozen: Uint8Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sillok-sealed-'));
    frozen = declareFields(Buffer.from(plainPdf(595, 842), 'latin1'), [
      { name: 'number', page: 1, rect: [50, 700, 250, 720], kind: 'text', tooltip: 'Number' },
      { name: 'seal', page: 1, rect: [400, 50, 500, 150], kind: 'signature', tooltip: 'Seal' },
    ]);
    const appearance = { pdf: Buffer.from(plainPdf(200, 20), 'latin1'), page: 1 };
    const completed = completeFields(frozen, [{ name: 'number', value: '총무과-12', appearance }]);
    const shown = { pdf: Buffer.from(plainPdf(100, 100), 'latin1'), page: 1 };
    const prepared = prepareSeal(completed, { field: 'seal', appearance: shown, signedAt });
    const cms = await signStamped(pki, sealWithAddresses(), prepared.digest, signedAt, 'in-pdf');
    await writeFile(at('frozen.pdf'), frozen);
    await writeFile(at('sealed.pdf'), embedSignature(prepared, cms));
    await writeFile(at('root.pem'), toPem(pki.root.certificate));
    const [rootList, issuingList] = pki.crls('2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z');
    await writeFile(at('root.crl'), rootList ?? '');
    await writeFile(at('issuing.crl'), issuingList ?? '');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** DSS warns of certificates that do not say where to ask about them. */
  function sealWithAddresses(): TestIdentity {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const certificate = issueCertificate({
      profile: 'seal',
      subject: { commonName: '행정안전부장관', country: 'KR' },
      subjectKey: publicKey,
      issuer: pki.issuing,
      serial: '2001',
      notBefore: '2014-01-01T00:00:00.000Z',
      notAfter: '2050-01-01T00:00:00.000Z',
      urls: {
        crl: 'http://ca.invalid/issuing.crl',
        ocsp: 'http://ca.invalid/ocsp',
        caIssuers: 'http://ca.invalid/issuing.cer',
      },
    });
    return { certificate, privateKey, publicKey, serial: '2001', chain: [certificate, ...pki.issuing.chain] };
  }

  function trust() {
    return { roots: [at('root.pem')], crls: [at('root.crl'), at('issuing.crl')] };
  }

  it('is PDF/A-2a to veraPDF, frozen and sealed', async () => {
    const judged = await verapdf([at('frozen.pdf'), at('sealed.pdf')], '2a');
    expect(judged.ok, judged.output).toBe(true);
  });

  it('is sound to qpdf and valid as a whole to pdfsig', async () => {
    const sound = await qpdf(at('sealed.pdf'));
    expect(sound, sound.output).toMatchObject({ ok: true, warnings: [] });
    const valid = await pdfsig(at('sealed.pdf'));
    expect(valid.ok, valid.output).toBe(true);
    expect(valid.output).toContain('Total document signed');
  });

  it('is PAdES-BASELINE-T to DSS at the time of its stamp, without a warning', async () => {
    const judged = await dss([at('sealed.pdf')], trust());
    expect(judged, judged.output).toMatchObject({ ok: true, warnings: [] });
    expect(judged.answers[0]?.signatures?.[0]).toMatchObject({
      indication: 'TOTAL_PASSED',
      format: 'PAdES-BASELINE-T',
      bestTime: signedAt.replace('.000', ''),
    });
  });

  it('is whole and timely to pyHanko', async () => {
    const judged = await pyhanko(at('sealed.pdf'), { ...trust(), ades: 'time' });
    expect(judged.ok, judged.output).toBe(true);
  });
});
