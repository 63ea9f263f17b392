import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pemCertificates, type SoftwareKey, toPem } from '@sillok/signatures';
import { type CertificateProfile, type Issuer, issueCertificate, type Subject } from '@sillok/signatures/issuing';
import { writeWhole } from '../write-whole.ts';
import { keyFile } from './key-file.ts';

/** The demonstration's own authority, made anew for each installation; its roots are valid so that judges can look. */
export interface CertificateAuthority {
  readonly root: Uint8Array;
  readonly issuing: Issuer;
  readonly rootIssuer: Issuer;
  readonly responder: SoftwareKey;
  readonly timestamps: SoftwareKey;
  /** Issues on first use; the same name gives the same key and certificate ever after. */
  keyFor(name: string, profile: CertificateProfile, subject: Subject, valid?: Validity): SoftwareKey;
  find(name: string): SoftwareKey | undefined;
}

/** Instants. */
export interface Validity {
  readonly notBefore: string;
  readonly notAfter: string;
}

export const validity: Validity = { notBefore: '2014-01-01T00:00:00.000Z', notAfter: '2049-12-31T23:59:59.000Z' };

export function openCertificateAuthority(options: {
  readonly folder: string;
  readonly address: string;
}): CertificateAuthority {
  const { folder, address } = options;
  const urls = { crl: `${address}/issuing.crl`, ocsp: `${address}/ocsp`, caIssuers: `${address}/issuing.cer` };
  const rootKey = keyFile(join(folder, 'root.key'));
  const root = kept(folder, 'root', () =>
    issue('root', { commonName: 'Sillok Demo Root (no legal force)' }, rootKey, 'self'),
  );
  const rootIssuer: Issuer = { certificate: root, privateKey: rootKey };
  const issuingKey = keyFile(join(folder, 'issuing.key'));
  const issuingCertificate = kept(folder, 'issuing', () =>
    issue('issuing', { commonName: 'Sillok Demo Issuing CA (no legal force)' }, issuingKey, rootIssuer, {
      crl: `${address}/root.crl`,
      caIssuers: `${address}/root.cer`,
    }),
  );
  const issuing: Issuer = { certificate: issuingCertificate, privateKey: issuingKey };

  function keyFor(name: string, profile: CertificateProfile, subject: Subject, valid = validity): SoftwareKey {
    const privateKey = keyFile(join(folder, 'keys', `${name}.key`));
    const certificate = kept(join(folder, 'keys'), name, () =>
      issue(profile, subject, privateKey, issuing, urls, valid),
    );
    return { privateKey, chain: [certificate, issuingCertificate] };
  }

  return {
    root,
    issuing,
    rootIssuer,
    keyFor,
    find(name) {
      const path = join(folder, 'keys', `${name}.pem`);
      return existsSync(path) ? keyFor(name, 'person', { commonName: name }) : undefined;
    },
    responder: keyFor('ocsp', 'ocsp', { commonName: 'Sillok Demo OCSP Responder' }),
    timestamps: keyFor('tsa', 'tsa', { commonName: 'Sillok Demo Time-Stamping Authority' }),
  };
}

function issue(
  profile: CertificateProfile,
  subject: Subject,
  key: KeyObject,
  issuer: Issuer | 'self',
  urls?: { readonly crl?: string; readonly ocsp?: string; readonly caIssuers?: string },
  valid = validity,
): Uint8Array {
  const publicKey = createPublicKey(key);
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return issueCertificate({
    profile,
    subject,
    subjectKey: publicKey,
    issuer: issuer === 'self' ? { certificate: 'self', privateKey: key } : issuer,
    serial: `4${createHash('sha256').update(spki).digest('hex').slice(0, 31)}`,
    ...valid,
    ...(urls === undefined ? {} : { urls }),
  });
}

function kept(folder: string, name: string, make: () => Uint8Array): Uint8Array {
  const path = join(folder, `${name}.pem`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeWhole(path, toPem(make(), 'CERTIFICATE'));
  }
  const [certificate] = pemCertificates(readFileSync(path, 'utf8'));
  if (certificate === undefined) throw new Error(`no certificate in ${name}.pem`);
  return certificate;
}
