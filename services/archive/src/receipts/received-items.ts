import { readPackage } from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import { SillokError } from '@sillok/kernel';
import { submissionDecision } from '@sillok/schemas/api/archive/submission';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { ReceivedItem } from '@sillok/schemas/statements/transfer-receipt';
import type { ArchiveContext } from '../context.ts';
import { bytesAt } from '../intake/read-bytes.ts';
import { submittedItems } from '../intake/submitted-items.ts';
import type { SubmissionInHand } from '../submission/state.ts';

/** What became of each item, and what lies of it in the archival package. */
export async function receivedItems(
  context: Pick<ArchiveContext, 'transferContents' | 'packages'>,
  { arrived, decided }: SubmissionInHand,
  preserved: PackagePreserved['data'] | undefined,
): Promise<ReceivedItem[]> {
  const { transferId } = arrived;
  const decision = submissionDecision.parse(
    await context.transferContents.getJson(transferId, decided?.decisionAddress ?? ''),
  );
  const held = preserved === undefined ? new Map() : await filesHeld(context, preserved);
  return decision.items.map(({ documentId, outcome, codes, reason }) => {
    const files = outcome === 'accepted' ? held.get(documentId) : [];
    if (files === undefined)
      throw new SillokError('UNEXPECTED', 'an accepted item is not in the package', { details: { documentId } });
    return { documentId, outcome, codes, ...(reason === undefined ? {} : { reason }), files };
  });
}

type Files = ReceivedItem['files'];

/** By document: its files as they lie in the store, relative to the folder of the item, its METS first. */
async function filesHeld(
  { packages }: Pick<ArchiveContext, 'packages'>,
  { packageFile, transferId }: PackagePreserved['data'],
): Promise<ReadonlyMap<string, Files>> {
  const source = await readPackage(await packages.placeOf(packageFile));
  try {
    const held = new Map<string, Files>();
    const items = (await submittedItems(source, transferId)) ?? [];
    for (const { documentId, folder } of items) {
      const files: Files = [];
      for (const path of pathsNamed(pathsBelow(folder, source.files.keys()), room / items.length)) {
        const bytes = await bytesAt(source, `${folder}/${path}`);
        if (bytes !== undefined) files.push({ path, sha256: sha256Hex(bytes) });
      }
      held.set(documentId, files);
    }
    return held;
  } finally {
    await source.close();
  }
}

/** Bytes of a receipt for the files of all its items: a listener takes no body of more than one MiB. */
const room = 600_000;
const most = 300;
const bytesBesidePath = 100;

/** Every file of an item, or, where they are more than a receipt takes, its METS alone, which names them. */
export function pathsNamed(paths: readonly string[], bytes: number): readonly string[] {
  const needed = paths.reduce((sum, path) => sum + Buffer.byteLength(path) + bytesBesidePath, 0);
  return paths.length <= most && needed <= bytes ? paths : paths.slice(0, 1);
}

function pathsBelow(folder: string, paths: Iterable<string>): readonly string[] {
  const below = [...paths].filter((one) => one.startsWith(`${folder}/`)).map((one) => one.slice(folder.length + 1));
  return ['METS.xml', ...below.filter((one) => one !== 'METS.xml').sort()];
}
