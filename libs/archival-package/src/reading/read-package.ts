import { ordinaryLimits, type PackageLimits } from '../limits.ts';
import { openSource } from '../source/open-source.ts';
import type { PackageInput } from '../source/package-input.ts';
import type { PackageSource } from '../source/package-source.ts';

/**
 * Opens a folder, zip or tar for reading: its files by path inside the root folder, each with size and `open`. What is
 * hostile (names that climb, links, bombs) stands in `findings` and is not among the files. Close it after use. Throws
 * `input-invalid` where the input is no package at all.
 */
export async function readPackage(input: PackageInput, limits: Partial<PackageLimits> = {}): Promise<PackageSource> {
  return openSource(input, { ...ordinaryLimits, ...limits });
}
