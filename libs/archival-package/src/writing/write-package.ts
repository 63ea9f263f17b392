import { SillokError } from '@sillok/kernel';
import type { PackagePlan, WrittenPackage } from './package-plan.ts';

export interface WriteOrder {
  /** Signs exactly the bytes of the root METS; what it answers lies beside it as `METS.xml.p7s`. */
  readonly sign: (rootMets: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Writes a package (E-ARK CSIP, SIP and AIP 2.2.0) as a zip with one root folder: the same bytes for the same plan and
 * signature. Throws CONTAINER_MALFORMED, naming the entry, for a path that could not be unpacked the same everywhere.
 */
export async function writePackage(plan: PackagePlan, _order: WriteOrder): Promise<WrittenPackage> {
  throw new SillokError('CONTAINER_MALFORMED', `${plan.packageId} cannot be written yet`);
}
