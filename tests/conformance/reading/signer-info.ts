/** One DER value: its tag, the whole of it, and what is inside. */
interface DerValue {
  readonly tag: number;
  readonly whole: Uint8Array;
  readonly inside: Uint8Array;
}

export interface SignerInfo {
  /** The octets that a signature timestamp is over (EN 319 122-1 §5.3). */
  readonly signature: Uint8Array;
  /** The token of the first signature-time-stamp attribute, if there is one. */
  readonly timestampToken: Uint8Array | undefined;
}

// id-aa-signatureTimeStampToken, 1.2.840.113549.1.9.16.2.14
const signatureTimestamp = Buffer.from('060b2a864886f70d010910020e', 'hex');

/**
 * The only SignerInfo of a CMS (RFC 5652 §5.3), read here independently of the product, so that outside judges can be
 * shown its parts.
 */
export function signerInfoOf(cms: Uint8Array): SignerInfo {
  const signedData = derValues(at(derValues(firstValue(cms).inside), 1).inside).at(0);
  const signerInfos = derValues(signedData?.inside ?? new Uint8Array()).at(-1);
  const parts = derValues(firstValue(signerInfos?.inside ?? new Uint8Array()).inside);
  const signature = parts.find((part) => part.tag === 0x04);
  if (signature === undefined) throw new Error('this CMS has no signature value');
  const unsigned = derValues(parts.find((part) => part.tag === 0xa1)?.inside ?? new Uint8Array());
  const attribute = unsigned.map((one) => derValues(one.inside)).find(([type]) => isSignatureTimestamp(type));
  return { signature: signature.inside, timestampToken: attribute && firstValue(at(attribute, 1).inside).whole };
}

/** The first DER value of some bytes, without what follows (the zeros after a CMS in a PDF). */
export function firstDer(bytes: Uint8Array): Uint8Array {
  return firstValue(bytes).whole;
}

function isSignatureTimestamp(type: DerValue | undefined): boolean {
  return type !== undefined && signatureTimestamp.equals(type.whole);
}

function derValues(bytes: Uint8Array): readonly DerValue[] {
  const values: DerValue[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const value = firstValue(bytes.subarray(offset));
    values.push(value);
    offset += value.whole.length;
  }
  return values;
}

function firstValue(bytes: Uint8Array): DerValue {
  const first = bytes[1] ?? 0;
  const octets = first < 0x80 ? 0 : first - 0x80;
  const length = first < 0x80 ? first : Number.parseInt(Buffer.from(bytes.subarray(2, 2 + octets)).toString('hex'), 16);
  const end = 2 + octets + length;
  if (bytes.length < 2 || !(end <= bytes.length)) throw new Error('this is not DER with definite lengths');
  return { tag: bytes[0] ?? 0, whole: bytes.subarray(0, end), inside: bytes.subarray(2 + octets, end) };
}

function at(values: readonly DerValue[], index: number): DerValue {
  const value = values[index];
  if (value === undefined) throw new Error(`this DER has no value number ${index}`);
  return value;
}
