import { OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { arrayBufferOf, encodeAsn } from '../der/asn-convert.ts';
import { oid } from '../der/oids.ts';
import { integerOfHex } from '../der/serials.ts';

/** A TimeStampReq in DER (RFC 3161 §2.4.1) over a SHA-256 digest; the token is to carry its certificates. */
export function timestampRequest(digest: Uint8Array, nonce: string): Uint8Array {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: oid.sha256 }),
    hashedMessage: new OctetString(arrayBufferOf(digest)),
  });
  return encodeAsn(
    new TimeStampReq({ version: TimeStampReqVersion.v1, messageImprint, nonce: integerOfHex(nonce), certReq: true }),
  );
}
