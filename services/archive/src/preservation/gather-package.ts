import { type PackageSource, readErms, readMetsHeader } from '@sillok/archival-package';
import { canonicalBytes, SillokError } from '@sillok/kernel';
import { submissionDecision } from '@sillok/schemas/api/archive/submission';
import type { ArchiveContext } from '../context.ts';
import { reportAt } from '../inspection/kept-report.ts';
import { bytesAt } from '../intake/read-bytes.ts';
import { submittedItems } from '../intake/submitted-items.ts';
import { signedReceipt } from '../receipts/issue-receipt.ts';
import { submissionStream } from '../submission/decide.ts';
import type { SubmissionInHand } from '../submission/state.ts';
import type { AcceptedItem, PackageToMake } from './package-to-make.ts';

export interface Gathering {
  readonly packageId: string;
  readonly accession: string;
  readonly registered: PackageToMake['events'][number];
  readonly state: SubmissionInHand;
  readonly source: PackageSource;
}

/** All that an archival package is made of. Throws CONTAINER_MALFORMED for what an inspection would not have let pass. */
export async function gatherPackage(context: ArchiveContext, gathering: Gathering): Promise<PackageToMake> {
  const { packageId, accession, registered, state, source } = gathering;
  const { transferId, senderId } = state.arrived;
  const directory = await context.directory.latest();
  const mets = await bytesAt(source, 'METS.xml');
  if (mets === undefined) throw malformed('METS.xml');
  return {
    packageId,
    transferId,
    accession,
    at: context.clock.now(),
    sender: { code: senderId, name: context.addressBook.find(senderId)?.name ?? senderId },
    archives: { code: context.institutionId, name: directory.institution?.name ?? context.institutionId },
    source,
    header: readMetsHeader(mets),
    accepted: await acceptedItems(source, state),
    events: [...(await context.journal.eventsOf(submissionStream(transferId))), registered],
    nameOfPerson: (personId) => directory.persons.get(personId)?.name,
    said: [...(await receiptFiles(context, transferId)), ...(await inspectionFiles(context, state))],
  };
}

function takenOver({ decided }: SubmissionInHand): ReadonlySet<string> {
  const accepted = decided?.items.filter(({ outcome }) => outcome === 'accepted') ?? [];
  return new Set(accepted.map(({ documentId }) => documentId));
}

async function acceptedItems(source: PackageSource, state: SubmissionInHand): Promise<readonly AcceptedItem[]> {
  const taken = takenOver(state);
  const items: AcceptedItem[] = [];
  for (const item of (await submittedItems(source, state.arrived.transferId)) ?? []) {
    if (!taken.has(item.documentId)) continue;
    const path = `${item.folder}/data/erms.xml`;
    const bytes = await bytesAt(source, path);
    const model = bytes === undefined ? undefined : readErms(bytes);
    if (model === undefined) throw malformed(path);
    items.push({ ...item, model });
  }
  return items;
}

async function receiptFiles(context: ArchiveContext, transferId: string): Promise<PackageToMake['said']> {
  const receipt = await signedReceipt(context, transferId, 'arrived');
  if (receipt === undefined)
    throw new SillokError('COMMAND_PENDING', 'the receipt of the arrival is not signed yet', {
      details: { transferId },
    });
  const name = 'metadata/other/receipts/01-arrived';
  return [
    { path: `${name}.json`, mediaType: 'application/json', bytes: new TextEncoder().encode(receipt.statement) },
    {
      path: `${name}.p7s`,
      mediaType: 'application/pkcs7-signature',
      bytes: new Uint8Array(Buffer.from(receipt.signature, 'base64')),
    },
  ];
}

/** Titles and reasons of what was returned belong to nobody here, and nothing is ever taken out of a package. */
async function inspectionFiles(context: ArchiveContext, state: SubmissionInHand): Promise<PackageToMake['said']> {
  const { arrived, inspected, decided } = state;
  const { transferId } = arrived;
  const taken = takenOver(state);
  const { report } = await reportAt(context, transferId, inspected?.reportAddress ?? '');
  const decision = submissionDecision.parse(
    await context.transferContents.getJson(transferId, decided?.decisionAddress ?? ''),
  );
  const items = decision.items
    .filter(({ documentId }) => taken.has(documentId))
    .map(({ reason, ...item }) => ({ ...item, ...(reason === undefined ? {} : { reason }) }));
  const findings = report.findings.filter(({ documentId }) => documentId === null || taken.has(documentId));
  const file = (name: string, bytes: Uint8Array) => ({
    path: `metadata/other/inspection/${name}.json`,
    mediaType: 'application/json',
    bytes,
  });
  return [file('report', canonicalBytes({ ...report, findings })), file('decision', canonicalBytes({ items }))];
}

function malformed(entry: string): SillokError {
  return new SillokError('CONTAINER_MALFORMED', `${entry} cannot be read any more`, { details: { entry } });
}
