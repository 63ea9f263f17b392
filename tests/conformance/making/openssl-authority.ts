import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToolOrThrow } from '../judges/run-tool.ts';

/** A throw-away authority made by openssl alone, so that the controls of the judges rest on nothing of ours. */
export interface OpensslAuthority {
  readonly folder: string;
  readonly root: string;
  readonly crl: string;
  readonly signer: string;
}

const configuration = (folder: string) => `
[ca]
default_ca = authority
[authority]
database = ${folder}/index.txt
serial = ${folder}/serial
crlnumber = ${folder}/crlnumber
new_certs_dir = ${folder}/issued
default_md = sha256
default_days = 36500
default_crl_days = 3650
unique_subject = no
policy = names
[names]
commonName = supplied
[req]
distinguished_name = subject
prompt = no
[subject]
CN = to be named
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://ca.invalid/root.crl
authorityInfoAccess = caIssuers;URI:http://ca.invalid/root.cer
[stamper]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[responder]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
serial = ${folder}/stamp-serial
signer_cert = ${folder}/stamper.pem
signer_key = ${folder}/stamper.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export async function opensslAuthority(folder: string): Promise<OpensslAuthority> {
  await mkdir(join(folder, 'issued'), { recursive: true });
  await writeFile(join(folder, 'ca.cnf'), configuration(folder));
  await writeFile(join(folder, 'index.txt'), '');
  for (const name of ['serial', 'crlnumber', 'stamp-serial']) await writeFile(join(folder, name), '1000\n');
  for (const name of ['root', 'signer', 'stamper', 'responder']) await issue(folder, name);
  const crl = join(folder, 'root.crl');
  const pem = join(folder, 'root.crl.pem');
  await runToolOrThrow('openssl', ['ca', '-gencrl', ...byRoot(folder), '-out', pem]);
  await runToolOrThrow('openssl', ['crl', '-in', pem, '-outform', 'DER', '-out', crl]);
  return { folder, root: join(folder, 'root.pem'), crl, signer: join(folder, 'signer.pem') };
}

/** A detached signature by the authority's signer: CAdES, or plain CMS without the signing-certificate attribute. */
export async function signDetached(
  authority: OpensslAuthority,
  content: string,
  p7s: string,
  form: 'cades' | 'plain' = 'cades',
): Promise<void> {
  const { folder, signer } = authority;
  const by = ['-signer', signer, '-inkey', join(folder, 'signer.key'), '-certfile', authority.root];
  const shape = ['-binary', ...(form === 'cades' ? ['-cades'] : []), '-md', 'sha256', '-nosmimecap'];
  const files = ['-in', content, '-outform', 'DER', '-out', p7s];
  await runToolOrThrow('openssl', ['cms', '-sign', ...shape, ...by, ...files]);
}

/** A response of RFC 3161 over a file, with the stamper's certificate inside. */
export async function stampResponse(authority: OpensslAuthority, data: string, tsr: string): Promise<void> {
  const query = `${tsr}.tsq`;
  const words = ['ts', '-query', '-data', data, '-sha256', '-cert', '-no_nonce', '-out', query];
  await runToolOrThrow('openssl', words);
  const config = ['-config', join(authority.folder, 'ca.cnf'), '-section', 'tsa'];
  await runToolOrThrow('openssl', ['ts', '-reply', ...config, '-queryfile', query, '-out', tsr]);
}

/** An OCSP answer about the signer's certificate. */
export async function ocspAnswer(authority: OpensslAuthority, answer: string): Promise<void> {
  const { folder, root, signer } = authority;
  const responder = ['-rsigner', join(folder, 'responder.pem'), '-rkey', join(folder, 'responder.key')];
  const about = ['-index', join(folder, 'index.txt'), '-CA', root, '-issuer', root, '-cert', signer];
  await runToolOrThrow('openssl', ['ocsp', ...about, ...responder, '-ndays', '3650', '-respout', answer]);
}

async function issue(folder: string, name: string): Promise<void> {
  const key = join(folder, `${name}.key`);
  const request = join(folder, `${name}.csr`);
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const config = ['-config', join(folder, 'ca.cnf')];
  await runToolOrThrow('openssl', ['req', '-new', ...curve, ...config, '-keyout', key, '-out', request]);
  const issuer = name === 'root' ? [...config, '-keyfile', key, '-selfsign'] : byRoot(folder);
  const dates = ['-startdate', '20200101000000Z', '-enddate', '20491231235959Z'];
  const form = ['-batch', '-notext', '-subj', `/CN=Test ${name}`, '-extensions', name, ...dates];
  const files = ['-in', request, '-out', join(folder, `${name}.pem`)];
  await runToolOrThrow('openssl', ['ca', ...issuer, ...form, ...files]);
}

function byRoot(folder: string): readonly string[] {
  const by = ['-cert', join(folder, 'root.pem'), '-keyfile', join(folder, 'root.key')];
  return ['-config', join(folder, 'ca.cnf'), ...by];
}
