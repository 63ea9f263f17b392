import { algorithmIdentifier } from '../algorithms.ts';
import { byOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { context, derValue, objectIdentifier, octetString, sequence, setOf, smallInteger } from '../der/write-der.ts';

/** All that a CMS SignedData of ours can say. The same parts have one encoding only, so a verifier can rebuild it. */
export interface SignedDataParts {
  readonly contentType: string;
  /** The content itself for a timestamp token; detached signatures have none. */
  readonly content?: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly issuer: Uint8Array;
  readonly serialDer: Uint8Array;
  readonly signedAttributes: readonly Uint8Array[];
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  readonly unsignedAttributes: readonly Uint8Array[];
}

/** ContentInfo with SignedData and one SignerInfo (RFC 5652 §5), SHA-256, canonical DER. */
export function encodeSignedData(parts: SignedDataParts): Uint8Array {
  const digestAlgorithm = algorithmIdentifier(oid.sha256);
  const content = parts.content === undefined ? [] : [context(0, octetString(parts.content))];
  // RFC 5652 §5.1: version 3 as soon as the content is not id-data.
  const version = smallInteger(parts.contentType === oid.data ? 1 : 3);
  const certificates = [...parts.certificates].sort(byOctets);
  const signedData = sequence(
    version,
    setOf([digestAlgorithm]),
    sequence(objectIdentifier(parts.contentType), ...content),
    ...(certificates.length === 0 ? [] : [context(0, ...certificates)]),
    setOf([encodeSignerInfo(parts, digestAlgorithm)]),
  );
  return sequence(objectIdentifier(oid.signedData), context(0, signedData));
}

function encodeSignerInfo(parts: SignedDataParts, digestAlgorithm: Uint8Array): Uint8Array {
  const unsigned = [...parts.unsignedAttributes].sort(byOctets);
  return sequence(
    smallInteger(1),
    sequence(parts.issuer, parts.serialDer),
    digestAlgorithm,
    context(0, ...[...parts.signedAttributes].sort(byOctets)),
    algorithmIdentifier(parts.signatureAlgorithm),
    octetString(parts.signature),
    ...(unsigned.length === 0 ? [] : [context(1, ...unsigned)]),
  );
}

export function encodeAttribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return sequence(objectIdentifier(type), setOf(values));
}

/** The DER that is signed: the attributes as SET OF, whatever tag they carry in the message (RFC 5652 §5.4). */
export function attributesToSign(attributes: readonly Uint8Array[]): Uint8Array {
  return derValue(0x31, ...[...attributes].sort(byOctets));
}
