import type { SingleResponse } from '@peculiar/asn1-ocsp';
import { id_kp_OCSPSigning } from '@peculiar/asn1-x509';
import { verifies } from '../algorithms.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { issued } from '../certificates/issued.ts';
import { matchesIssuer, responderKeyHash } from '../certificates/ocsp-certificate-id.ts';
import { sameOctets } from '../der/octet-order.ts';
import { hexOfInteger } from '../der/serials.ts';
import type { ReadOcsp } from './read-ocsp.ts';
import type { RevocationStatement } from './revocation-statement.ts';

/** What properly signed OCSP responses say of a certificate; `unknown` says nothing. */
export function ocspStatements(
  certificate: Certificate,
  issuer: Certificate,
  responses: readonly ReadOcsp[],
): RevocationStatement[] {
  return responses.flatMap((response) => {
    const about = response.answers.filter((one) => isAbout(one, certificate, issuer));
    return about.length > 0 && isAuthorised(response, issuer) ? about.flatMap(statementOf) : [];
  });
}

function isAbout(answer: SingleResponse, certificate: Certificate, issuer: Certificate): boolean {
  const critical = (answer.singleExtensions ?? []).some((one) => one.critical);
  return (
    !critical && hexOfInteger(answer.certID.serialNumber) === certificate.serial && matchesIssuer(answer.certID, issuer)
  );
}

/**
 * RFC 6960 §4.2.2.2: the issuer itself, or a responder that the issuer itself certified for OCSPSigning. A delegated
 * responder must be exempt from checking (§4.2.2.2.1 id-pkix-ocsp-nocheck), because nothing here asks about it again.
 */
function isAuthorised(response: ReadOcsp, issuer: Certificate): boolean {
  return [issuer, ...response.certificates].some(
    (candidate) =>
      isNamed(response, candidate) &&
      (candidate.digest === issuer.digest || isDelegate(candidate, issuer, response.producedAt)) &&
      candidate.publicKey !== undefined &&
      verifies(response.signatureAlgorithm, candidate.publicKey, response.toBeSigned, response.signature),
  );
}

function isNamed({ responder }: ReadOcsp, candidate: Certificate): boolean {
  if ('name' in responder) return sameOctets(responder.name, candidate.subject);
  return sameOctets(responder.keyHash, responderKeyHash(candidate));
}

function isDelegate(candidate: Certificate, issuer: Certificate, producedAt: string): boolean {
  const { extendedKeyUsage, keyUsage, noCheck, unprocessed } = candidate.extensions;
  return (
    noCheck &&
    unprocessed.length === 0 &&
    (extendedKeyUsage?.includes(id_kp_OCSPSigning) ?? false) &&
    (keyUsage === undefined || keyUsage.includes('digitalSignature')) &&
    candidate.notBefore <= producedAt &&
    producedAt <= candidate.notAfter &&
    issued(issuer, candidate)
  );
}

function statementOf(answer: SingleResponse): RevocationStatement[] {
  const { good, revoked } = answer.certStatus;
  if (good === undefined && revoked === undefined) return [];
  return [
    {
      thisUpdate: answer.thisUpdate.toISOString(),
      nextUpdate: answer.nextUpdate?.toISOString(),
      revokedAt: revoked?.revocationTime.toISOString(),
    },
  ];
}
