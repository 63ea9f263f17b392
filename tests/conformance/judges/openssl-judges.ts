import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judgement } from './judgement.ts';
import { runTool, runToolOrThrow, type ToolRun } from './run-tool.ts';

/**
 * `openssl cms -verify -cades`: the signature over the content, the signing-certificate attribute (EN 319 122-1
 * §5.2.2), and the chain; the signer's revocation too where lists are given.
 */
export async function opensslCms(
  p7s: string,
  content: string,
  roots: readonly string[],
  crls: readonly string[] = [],
): Promise<Judgement> {
  return withBundle(roots, crls, async (bundle) => {
    const check = crls.length > 0 ? ['-crl_check'] : [];
    // Signers of documents carry key purposes of their own (RFC 9336), not that of mail.
    const trust = ['-CAfile', bundle, '-no-CApath', '-no-CAstore', '-purpose', 'any', ...check];
    const asked = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', p7s, '-content', content];
    const run = await runTool('openssl', [...asked, ...trust, '-out', '/dev/null']);
    return judged(run, run.code === 0 && run.stderr.includes('CAdES Verification successful'));
  });
}

export type Stamped = { readonly data: string } | { readonly sha256: string };

/** `openssl ts -verify` on a token or on a whole response (RFC 3161), against a file or a hexadecimal digest. */
export async function opensslTs(
  tokenOrResponse: string,
  stamped: Stamped,
  roots: readonly string[],
): Promise<Judgement> {
  return withBundle(roots, [], async (bundle) => {
    const form = isToken(await readFile(tokenOrResponse)) ? ['-token_in'] : [];
    const over = 'data' in stamped ? ['-data', stamped.data] : ['-digest', stamped.sha256];
    const asked = ['ts', '-verify', '-in', tokenOrResponse, ...form, ...over, '-CAfile', bundle];
    const run = await runTool('openssl', asked);
    return judged(run, run.code === 0 && run.stdout.includes('Verification: OK'));
  });
}

export interface OcspAsked {
  readonly roots: readonly string[];
  /** A PEM file of certificates that may stand between the responder and a root; they are not trusted for it. */
  readonly between?: string;
  /** Which certificate the answer should call good, PEM, with its issuer; without, only who signed the answer is asked. */
  readonly certificate?: { readonly subject: string; readonly issuer: string };
}

/** `openssl ocsp` on a stored answer (RFC 6960): signed by an authorised responder; good for the certificate asked. */
export async function opensslOcsp(answer: string, asked: OcspAsked): Promise<Judgement> {
  return withBundle(asked.roots, [], async (bundle) => {
    const { certificate } = asked;
    const about = certificate === undefined ? [] : ['-issuer', certificate.issuer, '-cert', certificate.subject];
    const between = asked.between === undefined ? [] : ['-verify_other', asked.between];
    const words = [
      'ocsp',
      '-respin',
      answer,
      '-no_nonce',
      ...about,
      ...between,
      '-CAfile',
      bundle,
      '-no-CApath',
      '-no-CAstore',
    ];
    const run = await runTool('openssl', words);
    const good = certificate === undefined || run.stdout.includes(`${certificate.subject}: good`);
    const verified = `${run.stdout}${run.stderr}`.includes('Response verify OK');
    return judged(run, run.code === 0 && verified && good);
  });
}

/** Writes the certificates of a CMS (DER) as PEM, for the judges that must be given what stands between. */
export async function writeCertificatesOf(cms: string, pem: string): Promise<void> {
  await runToolOrThrow('openssl', ['pkcs7', '-inform', 'DER', '-in', cms, '-print_certs', '-out', pem]);
}

// A token begins with the object identifier of signed data, a response with its status.
function isToken(der: Uint8Array): boolean {
  const lengthOctets = (der[1] ?? 0) < 0x80 ? 0 : (der[1] ?? 0) - 0x80;
  return der[2 + lengthOctets] === 0x06;
}

function judged(run: ToolRun, ok: boolean): Judgement {
  const output = run.stdout + run.stderr;
  return { ok, output, warnings: output.match(/^WARNING.*$/gm) ?? [] };
}

async function withBundle(
  roots: readonly string[],
  crls: readonly string[],
  ask: (bundle: string) => Promise<Judgement>,
): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), 'sillok-trust-'));
  try {
    const parts = [
      ...(await Promise.all(roots.map((file) => pem(file, 'CERTIFICATE')))),
      ...(await Promise.all(crls.map((file) => pem(file, 'X509 CRL')))),
    ];
    const bundle = join(folder, 'bundle.pem');
    await writeFile(bundle, parts.join(''));
    return await ask(bundle);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pem(file: string, label: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.includes('-----BEGIN ')) return `${bytes.toString()}\n`;
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
