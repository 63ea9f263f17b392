import { AsnConvert } from '@peculiar/asn1-schema';
import { SillokError } from '@sillok/kernel';

/** A plain `ArrayBuffer` of exactly these bytes: what the ASN.1 classes hold. */
export function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

export function encodeAsn(value: object): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value));
}

/** Reads a value of an ASN.1 class. Throws DER_MALFORMED with the parser's error as cause. */
export function decodeAsn<Value>(bytes: Uint8Array, type: new () => Value, what: string): Value {
  try {
    return AsnConvert.parse(bytes, type);
  } catch (cause) {
    throw new SillokError('DER_MALFORMED', `not a ${what}`, { cause });
  }
}
