import type { KeyObject } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Name,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { algorithmIdentifier, signatureAlgorithmOf } from '../algorithms.ts';
import { keyIdentifier } from '../certificates/key-identifier.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { integerOfHex } from '../der/serials.ts';
import { buildExtensions, type CertificateUrls } from './build-extensions.ts';
import type { CertificateProfile } from './certificate-profile.ts';
import { distinguishedName, type Subject } from './distinguished-name.ts';
import type { Issuer } from './issuer.ts';
import { signedStructure } from './signed-structure.ts';

export interface CertificateOrder {
  readonly profile: CertificateProfile;
  readonly subject: Subject;
  /** The public half. */
  readonly subjectKey: KeyObject;
  /** `self` signs with the subject's own key: a root. */
  readonly issuer: Issuer | { readonly certificate: 'self'; readonly privateKey: KeyObject };
  /** Hex, positive, at most 20 octets (RFC 5280 §4.1.2.2). */
  readonly serial: string;
  /** Instants; whole seconds count. UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5). */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly urls?: CertificateUrls;
}

/** An X.509 v3 certificate in DER. Throws UNEXPECTED for a key we do not sign with. */
export function issueCertificate(order: CertificateOrder): Uint8Array {
  const { privateKey } = order.issuer;
  const spki = order.subjectKey.export({ format: 'der', type: 'spki' });
  const subject = distinguishedName(order.subject);
  const above = authorityOf(order, subject, spki);
  const toBeSigned = new TBSCertificate({
    version: Version.v3,
    serialNumber: integerOfHex(order.serial),
    signature: decodeAsn(algorithmIdentifier(signatureAlgorithmOf(privateKey)), AlgorithmIdentifier, 'algorithm'),
    issuer: above.name,
    validity: new Validity({ notBefore: new Date(order.notBefore), notAfter: new Date(order.notAfter) }),
    subject,
    subjectPublicKeyInfo: decodeAsn(spki, SubjectPublicKeyInfo, 'public key'),
    extensions: buildExtensions(
      order.profile,
      { subject: keyIdentifier(spki), authority: above.key },
      order.urls ?? {},
    ),
  });
  return signedStructure(encodeAsn(toBeSigned), privateKey);
}

function authorityOf(order: CertificateOrder, subject: Name, spki: Uint8Array) {
  if (order.issuer.certificate === 'self') return { name: subject, key: keyIdentifier(spki) };
  const certificate = readCertificate(order.issuer.certificate);
  return { name: decodeAsn(certificate.subject, Name, 'name'), key: keyIdentifier(certificate.spki) };
}
