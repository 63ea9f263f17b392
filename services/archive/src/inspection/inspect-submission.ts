import { readPackage } from '@sillok/archival-package';
import type { InspectionFinding } from '@sillok/schemas/api/archive/submission';
import type { SubmissionArrived } from '@sillok/schemas/events/archive/submission-arrived';
import type { Trust } from '@sillok/signatures/verifying';
import type { ArchiveContext } from '../context.ts';
import { type SubmittedItem, submittedItems } from '../intake/submitted-items.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkFormats } from './check-formats.ts';
import { checkKnown } from './check-known.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkProfile } from './check-profile.ts';
import type { Checked } from './finding.ts';
import type { KeptReport } from './kept-report.ts';

/** Everything that is to be found, in one pass and one report: nobody learns of the second fault after the first. */
export async function inspectSubmission(
  context: Pick<ArchiveContext, 'submissions'>,
  { transferId, folderId }: Pick<SubmissionArrived['data'], 'transferId' | 'folderId'>,
  { bytes, trust }: { readonly bytes: Uint8Array; readonly trust: Trust },
): Promise<KeptReport> {
  const input = { name: 'submission', bytes };
  const source = await readPackage(input);
  try {
    const items = (await submittedItems(source, transferId)) ?? [];
    const metadata = await checkMetadata(source, items, folderId);
    const checks = [
      await checkProfile(input, source.files.size),
      await checkFormats(source),
      metadata,
      await checkEvidence(input, trust),
      checkKnown(context, items, transferId),
    ];
    const report = { transferId, checks: checks.map(counted), findings: findingsOf(checks, items) };
    return { report, titles: metadata.titles };
  } finally {
    await source.close();
  }
}

function counted({ check, done, found }: Checked) {
  return { check, done, found: found.length };
}

/** A finding below the folder of a representation is about its record; any other is about the package as a whole. */
function findingsOf(checks: readonly Checked[], items: readonly SubmittedItem[]): InspectionFinding[] {
  return checks.flatMap(({ found }) =>
    found.map((one) => {
      const item = items.find(({ folder }) => one.path === folder || one.path.startsWith(`${folder}/`));
      return { ...one, documentId: item?.documentId ?? null };
    }),
  );
}
