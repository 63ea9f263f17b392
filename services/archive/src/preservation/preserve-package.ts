import { type ErmsRecord, readPackage } from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import { nameBasedId, type RecordedEvent } from '@sillok/journal';
import { SillokError } from '@sillok/kernel';
import { accessionRegistered } from '@sillok/schemas/events/archive/accession-registered';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import { code } from '@sillok/schemas/vocabulary/primitives';
import type { ArchiveContext } from '../context.ts';
import { recordModelsOf } from '../describing/record-models.ts';
import { bytesAt } from '../intake/read-bytes.ts';
import { issueReceipt } from '../receipts/issue-receipt.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';
import type { SubmissionInHand } from '../submission/state.ts';
import { gatherPackage } from './gather-package.ts';
import { makePackage } from './make-package.ts';

/**
 * Makes the package once, puts it into the store, and says what lies there. The signed bytes are kept apart until the
 * log has them, so that after a crash the very same package is stored.
 */
export async function preservePackage(
  context: ArchiveContext,
  registered: RecordedEvent,
): Promise<PackagePreserved['data']> {
  const { transferId, senderId, accession } = accessionRegistered.data.parse(registered.data);
  // The package holds the first receipt; where it could not be signed at once, it is now.
  await issueReceipt(context, { transferId, kind: 'arrived', correlationId: registered.envelope.correlationId });
  const packageId = nameBasedId('archival-package', context.institutionId, transferId);
  const packageFile = `${accession}-${packageId}.zip`;
  const kept = await context.effects.once(`archival-package-${packageId}`, async () => {
    const bytes = await make(context, { packageId, accession, transferId, registered });
    return new TextEncoder().encode(await context.transferContents.put(transferId, bytes));
  });
  const bytes = await context.transferContents.get(transferId, new TextDecoder().decode(kept));
  await context.packages.put(packageFile, bytes);
  return {
    packageId,
    transferId,
    senderId,
    accession,
    edition: 1,
    packageFile,
    packageBytes: bytes.length,
    packageDigest: sha256Hex(bytes),
    ...(await contentOf(packageFile, bytes)),
  };
}

interface Making {
  readonly packageId: string;
  readonly accession: string;
  readonly transferId: string;
  readonly registered: RecordedEvent;
}

async function make(context: ArchiveContext, { packageId, accession, transferId, registered }: Making) {
  const state = await submissionInHand(context, transferId);
  const submitted = await context.transferContents.get(transferId, state.arrived.packageAddress);
  const source = await readPackage({ name: 'submission', bytes: submitted });
  try {
    return await makePackage(
      context,
      await gatherPackage(context, { packageId, accession, registered, state, source }),
    );
  } finally {
    await source.close();
  }
}

async function submissionInHand(context: ArchiveContext, transferId: string): Promise<SubmissionInHand> {
  const state = await context.journal.stateOf(submissionDecider, submissionStream(transferId));
  if (state.status !== 'none') return state;
  throw new SillokError('EVENT_MALFORMED', 'an accession of what never arrived', { details: { transferId } });
}

/** The digest of the root METS, and who may see each record, as the package itself says. */
async function contentOf(
  name: string,
  bytes: Uint8Array,
): Promise<Pick<PackagePreserved['data'], 'metsDigest' | 'items'>> {
  const models = await recordModelsOf({ name, bytes });
  const source = await readPackage({ name, bytes });
  try {
    const mets = await bytesAt(source, 'METS.xml');
    return {
      metsDigest: sha256Hex(mets ?? new Uint8Array()),
      items: models.flatMap((model) =>
        model.records.map(({ id, disclosure }) => ({
          documentId: id,
          disclosure: disclosureOf(disclosure),
        })),
      ),
    };
  } finally {
    await source.close();
  }
}

/** Whoever says nothing of it has not opened it. Of grounds as others write them, what an event can name. */
function disclosureOf(said: ErmsRecord['disclosure']): Disclosure {
  const grounds = said?.grounds.map(({ code: ground }) => ground).filter((ground) => code.safeParse(ground).success);
  return { class: said?.class ?? 'closed', grounds: grounds?.slice(0, 8) ?? [] };
}
