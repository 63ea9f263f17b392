/** Order of a DER SET OF: the encodings compared as octet strings (ITU-T X.690 §11.6). */
export function byOctets(left: Uint8Array, right: Uint8Array): number {
  return Buffer.compare(left, right);
}

export function ascending(encodings: readonly Uint8Array[]): boolean {
  return encodings.every((encoding, index) => {
    const before = encodings[index - 1];
    return before === undefined || byOctets(before, encoding) <= 0;
  });
}

export function sameOctets(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
