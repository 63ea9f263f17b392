import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPem } from '@sillok/signatures/issuing';
import { signStamped, testPki } from '@sillok/test-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToolOrThrow } from './judges/run-tool.ts';
import { dss, opensslCms, opensslOcsp, opensslTs, writeCertificatesOf } from './judges.ts';
import { signerInfoOf } from './reading/signer-info.ts';

const signedAt = '2016-05-04T03:02:01.000Z';
const listed = ['2016-06-01T00:00:00.000Z', '2049-01-01T00:00:00.000Z'] as const;

describe.each(['p256', 'p384', 'rsa3072'] as const)('a statement signed with %s and stamped in 2016', (keys) => {
  const pki = testPki({ keys });
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sillok-signatures-'));
    await writeFile(at('statement.json'), '{"decision":"approved"}');
    const digest = createHash('sha256')
      .update(await readFile(at('statement.json')))
      .digest();
    await writeFile(at('statement.p7s'), await signStamped(pki, pki.person, digest, signedAt));
    await writeFile(at('root.pem'), toPem(pki.root.certificate));
    const [rootList, issuingList] = pki.crls(...listed);
    await writeFile(at('root.crl'), rootList ?? '');
    await writeFile(at('issuing.crl'), issuingList ?? '');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is CAdES-BASELINE-T to DSS, at the time of its stamp', async () => {
    const crls = [at('root.crl'), at('issuing.crl')];
    const trust = { roots: [at('root.pem')], crls, detached: [at('statement.json')] };
    const judged = await dss([at('statement.p7s')], trust);
    expect(judged.ok, judged.output).toBe(true);
    expect(judged.answers[0]?.signatures?.[0]).toMatchObject({
      indication: 'TOTAL_PASSED',
      format: 'CAdES-BASELINE-T',
      bestTime: signedAt.replace('.000', ''),
      errors: [],
    });
    // The test certificates name no addresses to ask; nothing is said about the signature.
    expect(judged.warnings.filter((one) => !one.endsWith('info access is not present!'))).toEqual([]);
  });

  it('is a CAdES signature to openssl', async () => {
    const judged = await opensslCms(at('statement.p7s'), at('statement.json'), [at('root.pem')], [at('issuing.crl')]);
    expect(judged.ok, judged.output).toBe(true);
  });

  it('carries a timestamp that openssl verifies', async () => {
    const { signature, timestampToken } = signerInfoOf(await readFile(at('statement.p7s')));
    await writeFile(at('signature.bin'), signature);
    await writeFile(at('signature.tst'), timestampToken ?? '');
    const judged = await opensslTs(at('signature.tst'), { data: at('signature.bin') }, [at('root.pem')]);
    expect(judged.ok, judged.output).toBe(true);
  });

  it('has a certificate of which openssl believes our responder, good and revoked alike', async () => {
    await writeFile(at('person.pem'), toPem(pki.person.certificate));
    await writeFile(at('issuing.pem'), toPem(pki.issuing.certificate));
    const certificate = { subject: at('person.pem'), issuer: at('issuing.pem') };
    const about = ['-issuer', certificate.issuer, '-cert', certificate.subject, '-no_nonce'];
    await runToolOrThrow('openssl', ['ocsp', ...about, '-reqout', at('request.ocsp')]);
    const request = await readFile(at('request.ocsp'));
    await writeCertificatesOf(at('statement.p7s'), at('between.pem'));
    const asked = { roots: [at('root.pem')], between: at('between.pem'), certificate };
    await writeFile(at('good.ocsp'), pki.answerOcsp(request, ...listed, { status: 'good' }));
    const good = await opensslOcsp(at('good.ocsp'), asked);
    expect(good.ok, good.output).toBe(true);
    const revoked = { status: 'revoked', at: '2016-05-30T00:00:00.000Z', reason: 'keyCompromise' } as const;
    await writeFile(at('revoked.ocsp'), pki.answerOcsp(request, ...listed, revoked));
    const bad = await opensslOcsp(at('revoked.ocsp'), asked);
    expect(bad.ok).toBe(false);
    expect(bad.output).toContain(': revoked');
  });
});
