/** A folder, zip or tar by its path, or the bytes of a zip or tar with the name they go by (`0a1b.zip`). */
export type PackageInput = string | PackageBytes;

export interface PackageBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}
