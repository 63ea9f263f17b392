import { signaturePath } from '../signature-path.ts';
import { bytesOfPieces } from './bytes-of-pieces.ts';
import { checkPlan } from './check-plan.ts';
import type { PackagePlan, WrittenPackage } from './package-plan.ts';
import { PackageWriting } from './package-writing.ts';
import { rootMets, type WrittenParts } from './root-mets.ts';
import { writeMets } from './write-mets.ts';
import { writeRepresentation } from './write-representation.ts';
import type { WrittenFile } from './written-file.ts';

export interface WriteOrder {
  /** Signs exactly the bytes of the root METS; what it answers lies at `signaturePath`. */
  readonly sign: (rootMets: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Writes a package (E-ARK CSIP, SIP and AIP 2.2.0) as a zip with one root folder: the same bytes for the same plan and
 * signature. Each file's content is asked for once, in the order of the plan, and digested while it goes by. A media
 * type that IANA does not know is written as `application/octet-stream`.
 *
 * Throws CONTAINER_MALFORMED, naming the entry, for names that would not be unpacked the same everywhere (climbing, not
 * in NFC, twins) and for text that XML cannot hold; RangeError for a plan without descriptive or preservation metadata, schemas, documentation,
 * representations or their data, and for a file outside its folder.
 */
export async function writePackage(plan: PackagePlan, order: WriteOrder): Promise<WrittenPackage> {
  checkPlan(plan);
  const writing = new PackageWriting(plan);
  const mets = bytesOfPieces(writeMets(rootMets(plan, await writeParts(plan, writing))));
  const signature = await order.sign(mets);
  writing.putLast('METS.xml', mets);
  writing.putLast(signaturePath, signature);
  return { bytes: await writing.end(), rootMets: mets, signature, digests: writing.digests };
}

async function writeParts(plan: PackagePlan, writing: PackageWriting): Promise<WrittenParts> {
  const descriptive = await writing.putAll('', plan.descriptive);
  const preservation = await writing.putAll('', plan.preservationMetadata);
  const other = await writing.putAll('', plan.other);
  const schemas = await writing.putAll('', plan.schemas);
  const documentation = await writing.putAll('', plan.documentation);
  const representations: WrittenFile[] = [];
  for (const one of plan.representations) representations.push(await writeRepresentation(plan, one, writing));
  return { descriptive, administrative: [...preservation, ...other], schemas, documentation, representations };
}
