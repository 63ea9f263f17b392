import { oid } from '../der/oids.ts';
import { readAttribute } from './read-attribute.ts';
import { readSignedData } from './read-signed-data.ts';
import { encodeAttribute, encodeSignedData } from './signed-data.ts';

/**
 * Adds a timestamp token over the signature value, which makes B-B a B-T (EN 319 122-1 §5.3, attribute
 * signature-time-stamp). A second token joins the first in the same attribute. Throws DER_MALFORMED.
 */
export function addSignatureTimestamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  readSignedData(token);
  const parts = readSignedData(cms);
  const attributes = parts.unsignedAttributes.map(readAttribute);
  const others = attributes.filter((one) => one.type !== oid.signatureTimestamp);
  const tokens = attributes.filter((one) => one.type === oid.signatureTimestamp).flatMap((one) => one.values);
  return encodeSignedData({
    ...parts,
    unsignedAttributes: [...others.map((one) => one.bytes), encodeAttribute(oid.signatureTimestamp, ...tokens, token)],
  });
}
