import { assertSafeNames, malformed } from '@sillok/zip';
import { signaturePath } from '../signature-path.ts';
import type { KeptRepresentation, PackagePlan, PlannedFile, PlannedRepresentation } from './package-plan.ts';

export function isKept(one: PlannedRepresentation | KeptRepresentation): one is KeptRepresentation {
  return 'kept' in one;
}

/**
 * What must hold before a byte is written. Throws CONTAINER_MALFORMED, naming the entry, for names that would not be
 * unpacked the same everywhere; RangeError for a plan that no package can be made of.
 */
export function checkPlan(plan: PackagePlan): void {
  for (const name of [plan.packageId, ...plan.representations.map((one) => one.name)])
    if (name.includes('/') || name !== name.trim()) throw malformed('this is no name of a folder', name);
  for (const part of partsOf(plan)) checkPart(part);
  for (const one of plan.representations.filter(isKept))
    if (!one.kept.some(({ path }) => path === 'METS.xml')) throw new RangeError(`${one.name} is kept without METS.xml`);
  assertSafeNames(entriesOf(plan));
}

function checkPart({ asked, files, least }: Part): void {
  if (least !== undefined && files.length === 0) throw new RangeError(`a package needs ${asked} (${least})`);
  const stray = files.find(({ path }) => !path.startsWith(asked));
  if (stray !== undefined) throw new RangeError(`${stray.path} should lie below ${asked}`);
}

interface Part {
  readonly asked: string;
  readonly files: readonly PlannedFile[];
  /** The requirement by which it may not be empty. */
  readonly least?: string;
}

function* partsOf(plan: PackagePlan): Generator<Part> {
  yield { asked: 'metadata/descriptive/', files: plan.descriptive, least: 'CSIP17' };
  yield { asked: 'metadata/preservation/', files: plan.preservationMetadata, least: 'AIPM5' };
  yield { asked: 'metadata/other/', files: plan.other };
  yield { asked: 'schemas/', files: plan.schemas, least: 'CSIP113' };
  yield { asked: 'documentation/', files: plan.documentation, least: 'CSIP60' };
  if (plan.representations.length === 0) throw new RangeError('a package needs representations (CSIP114)');
  for (const one of plan.representations) {
    if (isKept(one)) continue;
    yield { asked: 'data/', files: one.data, least: 'CSIPSTR11' };
    yield { asked: 'metadata/descriptive/', files: one.descriptive };
    yield { asked: 'metadata/preservation/', files: one.preservation };
    yield { asked: 'metadata/other/', files: one.other };
  }
}

function* entriesOf(plan: PackagePlan): Generator<string> {
  const { packageId: root } = plan;
  yield `${root}/METS.xml`;
  yield `${root}/${signaturePath}`;
  const own = [plan.descriptive, plan.preservationMetadata, plan.other, plan.schemas, plan.documentation].flat();
  for (const { path } of own) yield `${root}/${path}`;
  for (const one of plan.representations) {
    const folder = `${root}/representations/${one.name}`;
    const files = isKept(one) ? one.kept : [one.data, one.descriptive, one.preservation, one.other].flat();
    if (!isKept(one)) yield `${folder}/METS.xml`;
    for (const { path } of files) yield `${folder}/${path}`;
  }
}
