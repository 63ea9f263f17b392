import type { KeyObject } from 'node:crypto';
import {
  type CertID,
  CertStatus,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nonce,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  ResponderID,
  ResponseBytes,
  ResponseData,
  RevokedInfo,
  SingleResponse,
} from '@peculiar/asn1-ocsp';
import { OctetString } from '@peculiar/asn1-schema';
import { CRLReason, CRLReasons, Name } from '@peculiar/asn1-x509';
import { SillokError } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { matchesIssuer } from '../certificates/ocsp-certificate-id.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { arrayBufferOf, decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { hexOfInteger } from '../der/serials.ts';
import { context, sequence } from '../der/write-der.ts';
import type { RevocationReason } from './issue-crl.ts';
import { signedStructure } from './signed-structure.ts';

export type CertificateStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly at: string; readonly reason: RevocationReason };

export interface OcspResponder {
  /** DER, the responder first and then the authority it answers for; the authority alone where it answers itself. */
  readonly responderChain: readonly Uint8Array[];
  readonly key: KeyObject;
  /** Serials are hex. */
  readonly statusOf: (asked: { readonly issuer: Uint8Array; readonly serial: string }) => CertificateStatus;
  /** Also the thisUpdate of each answer. */
  readonly producedAt: string;
  readonly nextUpdate: string;
}

/** An OCSPResponse in DER (RFC 6960 §4.2), with the nonce of the request (RFC 8954); malformedRequest for rubbish. */
export function answerOcsp(requestDer: Uint8Array, responder: OcspResponder): Uint8Array {
  const request = readRequest(requestDer);
  if (request === undefined) {
    return encodeAsn(new OCSPResponse({ responseStatus: OCSPResponseStatus.malformedRequest }));
  }
  const chain = responder.responderChain.map(readCertificate);
  const [first] = chain;
  if (first === undefined) throw new SillokError('UNEXPECTED', 'a responder has a certificate');
  const nonce = request.requestExtensions?.find((one) => one.extnID === id_pkix_ocsp_nonce);
  const data = new ResponseData({
    responderID: new ResponderID({ byName: decodeAsn(first.subject, Name, 'name') }),
    producedAt: wholeSeconds(responder.producedAt),
    responses: request.requestList.map(({ reqCert }) => answerOne(reqCert, chain, responder)),
    ...(nonce === undefined ? {} : { responseExtensions: [nonce] }),
  });
  const certificates = chain.length > 1 ? [context(0, sequence(first.der))] : [];
  return successful(signedStructure(encodeAsn(data), responder.key, ...certificates));
}

function readRequest(der: Uint8Array) {
  try {
    const { tbsRequest } = decodeAsn(der, OCSPRequest, 'OCSP request');
    return tbsRequest.requestList.length === 0 ? undefined : tbsRequest;
  } catch {
    return undefined;
  }
}

function answerOne(certID: CertID, chain: readonly Certificate[], responder: OcspResponder): SingleResponse {
  const issuer = chain.find((one) => matchesIssuer(certID, one));
  const status: CertificateStatus =
    issuer === undefined
      ? { status: 'unknown' }
      : responder.statusOf({ issuer: issuer.der, serial: hexOfInteger(certID.serialNumber) });
  return new SingleResponse({
    certID,
    certStatus: statusValue(status),
    thisUpdate: wholeSeconds(responder.producedAt),
    nextUpdate: wholeSeconds(responder.nextUpdate),
  });
}

function statusValue(status: CertificateStatus): CertStatus {
  if (status.status !== 'revoked') {
    return new CertStatus(status.status === 'good' ? { good: null } : { unknown: null });
  }
  const code = CRLReasons[status.reason];
  const reason = code === CRLReasons.unspecified ? {} : { revocationReason: new CRLReason(code) };
  return new CertStatus({ revoked: new RevokedInfo({ revocationTime: wholeSeconds(status.at), ...reason }) });
}

// RFC 6960 §4.2.2.1 takes GeneralizedTime of RFC 5280: no fraction of a second.
function wholeSeconds(instant: string): Date {
  const date = new Date(instant);
  date.setUTCMilliseconds(0);
  return date;
}

function successful(basic: Uint8Array): Uint8Array {
  const responseBytes = new ResponseBytes({
    responseType: id_pkix_ocsp_basic,
    response: new OctetString(arrayBufferOf(basic)),
  });
  return encodeAsn(new OCSPResponse({ responseStatus: OCSPResponseStatus.successful, responseBytes }));
}
