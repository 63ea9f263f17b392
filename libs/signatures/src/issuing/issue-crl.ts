import {
  AlgorithmIdentifier,
  CRLNumber,
  CRLReason,
  CRLReasons,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  Name,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509';
import { algorithmIdentifier, signatureAlgorithmOf } from '../algorithms.ts';
import { keyIdentifier } from '../certificates/key-identifier.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { integerOfHex } from '../der/serials.ts';
import { authorityKey, extension } from './build-extensions.ts';
import type { Issuer } from './issuer.ts';
import { signedStructure } from './signed-structure.ts';

/** RFC 5280 §5.3.1. `unspecified` is written as no reason at all. */
export type RevocationReason = Exclude<keyof typeof CRLReasons, 'removeFromCRL'>;

export interface Revocation {
  /** Hex. */
  readonly serial: string;
  readonly at: string;
  readonly reason: RevocationReason;
}

export interface CrlOrder {
  readonly issuer: Issuer;
  readonly revoked: readonly Revocation[];
  readonly thisUpdate: string;
  readonly nextUpdate: string;
  readonly number: number;
}

/** A complete, direct CRL, version 2, in DER (RFC 5280 §5). */
export function issueCrl(order: CrlOrder): Uint8Array {
  const { privateKey } = order.issuer;
  const certificate = readCertificate(order.issuer.certificate);
  const toBeSigned = new TBSCertList({
    version: Version.v2,
    signature: decodeAsn(algorithmIdentifier(signatureAlgorithmOf(privateKey)), AlgorithmIdentifier, 'algorithm'),
    issuer: decodeAsn(certificate.subject, Name, 'name'),
    thisUpdate: new Time(order.thisUpdate),
    nextUpdate: new Time(order.nextUpdate),
    // An empty list must be absent (RFC 5280 §5.1.2.6).
    ...(order.revoked.length === 0 ? {} : { revokedCertificates: order.revoked.map(entryOf) }),
    crlExtensions: [
      extension(id_ce_authorityKeyIdentifier, authorityKey(keyIdentifier(certificate.spki))),
      extension(id_ce_cRLNumber, new CRLNumber(order.number)),
    ],
  });
  return signedStructure(encodeAsn(toBeSigned), privateKey);
}

function entryOf({ serial, at, reason }: Revocation): RevokedCertificate {
  const code = CRLReasons[reason];
  return new RevokedCertificate({
    userCertificate: integerOfHex(serial),
    revocationDate: new Time(at),
    ...(code === CRLReasons.unspecified
      ? {}
      : { crlEntryExtensions: [extension(id_ce_cRLReasons, new CRLReason(code))] }),
  });
}
