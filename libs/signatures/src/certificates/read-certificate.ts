import { Certificate as AsnCertificate, type Name } from '@peculiar/asn1-x509';
import { SillokError } from '@sillok/kernel';
import { publicKeyOf, sha256 } from '../algorithms.ts';
import { decodeAsn } from '../der/asn-convert.ts';
import { expectSequence, expectTag, expectWholeBits } from '../der/expect-der.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { hexOfInteger } from '../der/serials.ts';
import { remember } from '../remember.ts';
import type { Certificate } from './certificate.ts';
import { readExtensions } from './certificate-extensions.ts';

// Reading costs half a millisecond, and a chain is read for each signature.
const known = remember<Certificate>(512);

/** Reads a certificate (RFC 5280 §4.1); canonical DER only. Throws DER_MALFORMED. */
export function readCertificate(der: Uint8Array): Certificate {
  const digest = Buffer.from(sha256(der)).toString('hex');
  return known(digest, () => parse(Uint8Array.from(der), digest));
}

function parse(der: Uint8Array, digest: string): Certificate {
  const parts = partsOf(der);
  const { tbsCertificate, signatureAlgorithm } = decodeAsn(der, AsnCertificate, 'certificate');
  const { notBefore, notAfter } = tbsCertificate.validity;
  return {
    der,
    digest,
    serial: hexOfInteger(tbsCertificate.serialNumber),
    serialDer: parts.serial.bytes,
    subject: parts.subject.bytes,
    issuer: parts.issuer.bytes,
    commonName: commonNameOf(tbsCertificate.subject),
    notBefore: notBefore.getTime().toISOString(),
    notAfter: notAfter.getTime().toISOString(),
    publicKey: publicKeyOf(parts.spki.bytes),
    spki: parts.spki.bytes,
    toBeSigned: parts.toBeSigned.bytes,
    signatureAlgorithm: signatureAlgorithm.algorithm,
    algorithmsAgree: sameOctets(parts.innerAlgorithm.bytes, parts.outerAlgorithm.bytes),
    signature: parts.signature,
    extensions: readExtensions([...(tbsCertificate.extensions ?? [])]),
  };
}

function partsOf(der: Uint8Array) {
  const [toBeSigned, outerAlgorithm, signature] = expectSequence(readDer(der), 'a certificate');
  const fields = expectSequence(toBeSigned, 'the signed part of a certificate');
  const versioned = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  const [serial, innerAlgorithm, issuer, , subject, spki] = versioned;
  return {
    toBeSigned: expectTag(toBeSigned, 0x30, 'the signed part'),
    outerAlgorithm: expectTag(outerAlgorithm, 0x30, 'an algorithm'),
    serial: expectTag(serial, 0x02, 'a serial number'),
    innerAlgorithm: expectTag(innerAlgorithm, 0x30, 'an algorithm'),
    issuer: expectTag(issuer, 0x30, 'an issuer'),
    subject: expectTag(subject, 0x30, 'a subject'),
    spki: expectTag(spki, 0x30, 'a public key'),
    signature: expectWholeBits(signature, 'a signature'),
  };
}

function commonNameOf(subject: Name): string | undefined {
  return subject
    .flatMap((part) => [...part])
    .find((one) => one.type === oid.commonName)
    ?.value.toString();
}

/** The same, or `undefined` where the bytes are no certificate: for what a verifier is handed. */
export function tryCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof SillokError) return undefined;
    throw error;
  }
}

export function readableCertificates(certificates: readonly Uint8Array[]): readonly Certificate[] {
  return certificates.flatMap((der) => tryCertificate(der) ?? []);
}
