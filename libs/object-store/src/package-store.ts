/**
 * Archival packages as plain files under readable names (`2041-0001-0a1b….zip`): unencrypted, so that whoever finds
 * them one day needs no program and no key of ours. A name is letters, digits, `.`, `-` and `_`; any other is refused
 * with `file-name-unsafe`.
 */
export interface PackageStore {
  /** Durable and whole when answered. The same bytes again are no error; others throw `already-exists`. DISK_FULL. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Throws OBJECT_NOT_FOUND. */
  get(name: string): Promise<Uint8Array>;
  has(name: string): Promise<boolean>;
  /** For whoever reads one file of a package and not all of it; throws OBJECT_NOT_FOUND. Nobody writes there. */
  placeOf(name: string): Promise<PackagePlace>;
}

/** The path of the package, or its bytes where it lies in no file. */
export type PackagePlace = string | { readonly name: string; readonly bytes: Uint8Array };
