/** How much a container from outside may ask of us. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number;
  /** Bytes of all entries together, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one; small entries are not asked. */
  readonly ratio: number;
}

const mebibyte = 1024 * 1024;

export const ordinaryLimits: ZipLimits = {
  entries: 2_000,
  entryBytes: 256 * mebibyte,
  totalBytes: 512 * mebibyte,
  ratio: 200,
};
