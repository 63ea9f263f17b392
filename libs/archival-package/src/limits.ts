/** How much a package from outside may ask of us. */
export interface PackageLimits {
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly entryBytes: number;
  /** Bytes of all files together, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes for each packed one; files under a mebibyte are not asked. */
  readonly ratio: number;
  /** Bytes of one METS document. */
  readonly metsBytes: number;
  /** Elements of one METS document that are kept in memory (headers, groups and divisions; not files). */
  readonly metsElements: number;
  readonly metsDepth: number;
  /** Characters from one tag to the end of the next: all of them may have to be held at once. */
  readonly metsTag: number;
  readonly findingsPerRequirement: number;
}

const gibibyte = 1024 ** 3;

export const ordinaryLimits: PackageLimits = {
  entries: 2_000_000,
  entryBytes: 1024 * gibibyte,
  totalBytes: 4096 * gibibyte,
  ratio: 500,
  metsBytes: 2 * gibibyte,
  metsElements: 200_000,
  metsDepth: 200,
  metsTag: 64 * 1024 ** 2,
  findingsPerRequirement: 10_000,
};
