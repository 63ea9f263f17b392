import {
  BasicOCSPResponse,
  id_pkix_ocsp_basic,
  OCSPResponse,
  OCSPResponseStatus,
  type ResponderID,
  type SingleResponse,
} from '@peculiar/asn1-ocsp';
import { SillokError } from '@sillok/kernel';
import type { Certificate } from '../certificates/certificate.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
import { decodeAsn, encodeAsn } from '../der/asn-convert.ts';
import { expectSequence, expectTag, expectWholeBits } from '../der/expect-der.ts';
import { readDer } from '../der/read-der.ts';

export interface ReadOcsp {
  readonly responder: { readonly name: Uint8Array } | { readonly keyHash: Uint8Array };
  readonly producedAt: string;
  readonly answers: readonly SingleResponse[];
  readonly certificates: readonly Certificate[];
  readonly toBeSigned: Uint8Array;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

/** Reads a successful basic OCSP response (RFC 6960 §4.2), `undefined` where it is none in canonical DER. */
export function tryOcsp(der: Uint8Array): ReadOcsp | undefined {
  try {
    return parse(der);
  } catch (error) {
    if (error instanceof SillokError) return undefined;
    throw error;
  }
}

function parse(der: Uint8Array): ReadOcsp | undefined {
  readDer(der);
  const { responseStatus, responseBytes } = decodeAsn(der, OCSPResponse, 'OCSP response');
  if (responseStatus !== OCSPResponseStatus.successful || responseBytes?.responseType !== id_pkix_ocsp_basic) {
    return undefined;
  }
  const bytes = new Uint8Array(responseBytes.response.buffer);
  const [toBeSigned, , signature, certificates] = expectSequence(readDer(bytes), 'a basic OCSP response');
  const basic = decodeAsn(bytes, BasicOCSPResponse, 'basic OCSP response');
  const { responderID, producedAt, responses, responseExtensions } = basic.tbsResponseData;
  if ((responseExtensions ?? []).some((one) => one.critical)) return undefined;
  return {
    responder: responderOf(responderID),
    producedAt: producedAt.toISOString(),
    answers: responses,
    certificates: readableCertificates((certificates?.children[0]?.children ?? []).map((one) => one.bytes)),
    toBeSigned: expectTag(toBeSigned, 0x30, 'the signed part').bytes,
    signatureAlgorithm: basic.signatureAlgorithm.algorithm,
    signature: expectWholeBits(signature, 'a signature'),
  };
}

function responderOf({ byName, byKey }: ResponderID): ReadOcsp['responder'] {
  if (byName !== undefined) return { name: encodeAsn(byName) };
  return { keyHash: new Uint8Array(byKey?.buffer ?? new ArrayBuffer(0)) };
}
