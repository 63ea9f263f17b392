import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toPem } from '@sillok/signatures';
import { issueCertificate } from '@sillok/signatures/issuing';

export interface PeerTls {
  /** PEM. */
  readonly certificate: Buffer;
  readonly key: Buffer;
  /** Where the root lies that a client is to trust, as PEM. */
  readonly rootFile: string;
}

const validity = { notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2049-12-31T23:59:59.000Z' };

/** A server certificate for `localhost`, by a root of its own. */
export async function peerTls(folder: string): Promise<PeerTls> {
  const [authority, server] = [generateKeys(), generateKeys()];
  const root = issueCertificate({
    ...validity,
    profile: 'root',
    subject: { commonName: 'Root' },
    subjectKey: authority.publicKey,
    issuer: { certificate: 'self', privateKey: authority.privateKey },
    serial: '01',
  });
  const certificate = issueCertificate({
    ...validity,
    profile: 'person',
    subject: { commonName: 'localhost' },
    subjectKey: server.publicKey,
    issuer: { certificate: root, privateKey: authority.privateKey },
    serial: '02',
  });
  const rootFile = join(folder, 'root.pem');
  await writeFile(rootFile, toPem(root));
  const key = Buffer.from(server.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return { certificate: Buffer.from(toPem(certificate)), key, rootFile };
}

function generateKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}
