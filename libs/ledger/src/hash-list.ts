/** Hashes of 32 bytes side by side in one growing buffer: a million take 32 MB and no million objects. */
export interface HashList {
  readonly length: number;
  push(hash: Uint8Array): void;
  /** A copy. Throws a RangeError beyond the end. */
  at(index: number): Uint8Array;
}

const width = 32;

export function createHashList(): HashList {
  let bytes = new Uint8Array(64 * width);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(hash) {
      if (hash.length !== width) throw new RangeError('a hash has 32 bytes');
      if ((length + 1) * width > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(hash, length * width);
      length += 1;
    },
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError(`no hash ${index}`);
      return bytes.slice(index * width, (index + 1) * width);
    },
  };
}
