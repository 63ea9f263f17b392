import { SillokError } from '@sillok/kernel';
import { signatureAlgorithmOf } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { issued } from '../certificates/issued.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { oid } from '../der/oids.ts';
import { objectIdentifier, octetString } from '../der/write-der.ts';
import { attributesToSign, encodeAttribute, type SignedDataParts } from './signed-data.ts';
import { signingCertificateAttribute } from './signing-certificate.ts';
import { signingTimeAttribute } from './signing-time.ts';

export interface CadesRequest {
  /** SHA-256 of the detached content: a statement's bytes, or the byte range of a PDF. */
  readonly digest: Uint8Array;
  /** DER, the signer first, each issued by the next; the root may be there or not. */
  readonly chain: readonly Uint8Array[];
  /** The instant that the signer claims: for CAdES itself, never within a PDF. */
  readonly signedAt?: string;
}

/** A signature that lacks only its value. */
export interface PreparedCades {
  /** The signed attributes as DER SET OF: what the key signs, with SHA-256. */
  readonly toBeSigned: Uint8Array;
  readonly parts: Omit<SignedDataParts, 'signature' | 'unsignedAttributes'>;
}

/**
 * Prepares a detached CAdES signature of level B-B: content-type, message-digest, signing-certificate-v2, and the
 * signing-time that EN 319 122-1 §6.3 demands and EN 319 142-1 §6.3 forbids within a PDF. It is a claim, no evidence.
 * Throws DER_MALFORMED for what is no certificate, UNEXPECTED for a digest of another length, a key not allowed, a
 * claimed time that is none or a chain in which one did not issue the one before.
 */
export function prepareCades(request: CadesRequest): PreparedCades {
  if (request.digest.length !== 32) throw new SillokError('UNEXPECTED', 'the content is given as its SHA-256');
  const chain = request.chain.map(readCertificate);
  const signer = chain[0];
  if (signer?.publicKey === undefined) throw new SillokError('DER_MALFORMED', 'no certificate with a usable key');
  if (!chain.slice(1).every((issuer, index) => issuedOne(issuer, chain[index]))) {
    throw new SillokError('UNEXPECTED', 'each certificate of a chain is issued by the next');
  }
  const signedAttributes = [
    encodeAttribute(oid.contentType, objectIdentifier(oid.data)),
    encodeAttribute(oid.messageDigest, octetString(request.digest)),
    signingCertificateAttribute(signer),
    ...(request.signedAt === undefined ? [] : [signingTimeAttribute(request.signedAt)]),
  ];
  return {
    toBeSigned: attributesToSign(signedAttributes),
    parts: {
      contentType: oid.data,
      certificates: chain.map((one) => one.der),
      issuer: signer.issuer,
      serialDer: signer.serialDer,
      signedAttributes,
      signatureAlgorithm: signatureAlgorithmOf(signer.publicKey),
    },
  };
}

function issuedOne(issuer: Certificate, subject: Certificate | undefined): boolean {
  return subject !== undefined && issued(issuer, subject);
}
