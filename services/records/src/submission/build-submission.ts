import {
  bytesOf,
  type PackagePlan,
  type PlannedMetadata,
  type WrittenPackage,
  writeDc,
  writePackage,
  writePremis,
} from '@sillok/archival-package';
import { sealToAffix } from '@sillok/sealing';
import type { RecordsContext } from '../context.ts';
import { folderStream } from '../folder/decide.ts';
import { transferStream } from '../transfer/decide.ts';
import { ownName } from './agents-of.ts';
import { type FolderFacts, folderDublinCore, folderFacts } from './describe-folder.ts';
import { describeItem } from './describe-item.ts';
import type { Describing, ItemToDescribe } from './describing.ts';
import { documentationFiles } from './documentation-files.ts';
import { evidenceOfHistory, text } from './evidence-of-history.ts';
import { itemToDescribe } from './item-to-describe.ts';
import { planItem } from './plan-item.ts';
import { premisOfSubmission } from './premis-of-submission.ts';
import { type History, streamHistory } from './record-history.ts';
import { schemaFiles } from './schema-files.ts';
import { software } from './software.ts';

/** What is to be packed: these records of one folder, for these archives. `at` dates everything in the package. */
export interface SubmissionOrder {
  readonly transferId: string;
  readonly folderId: string;
  readonly archivesId: string;
  readonly agreement: string | null;
  readonly previousTransferId: string | null;
  readonly items: readonly string[];
  readonly at: string;
}

/**
 * The submission (E-ARK SIP 2.2.0) of records whose history was closed for this transfer, its root METS signed by the
 * seal. One order under one checkpoint gives one METS. Throws EVENT_MALFORMED for a record whose history is another
 * than was closed, COMMAND_PENDING where the ledger has not all of it yet, KEY_DESTROYED for content that is gone.
 */
export async function buildSubmission(context: RecordsContext, order: SubmissionOrder): Promise<WrittenPackage> {
  const gathered = await gatherSubmission(context, order);
  const { keyId } = sealToAffix(gathered.describing.directory, order.at);
  return writePackage(planOf(context, order, gathered), {
    sign: (mets) => context.sealSigner.signPackage({ keyId, mets, at: order.at }),
  });
}

interface Gathered {
  readonly describing: Describing;
  readonly folder: FolderFacts;
  readonly folderHistory: History;
  readonly transferHistory: History;
  readonly items: readonly ItemToDescribe[];
  readonly proofs: Awaited<ReturnType<RecordsContext['proofsOf']>>;
}

async function gatherSubmission(context: RecordsContext, order: SubmissionOrder): Promise<Gathered> {
  const { transferId, folderId, at, previousTransferId } = order;
  const describing: Describing = {
    directory: await context.directory.latest(),
    institutionId: context.institutionId,
    nameOfInstitution: (code) => context.addressBook.find(code)?.name,
    at,
    previousTransferId,
  };
  const folderHistory = await streamHistory(context, folderStream(folderId), at);
  const transferHistory = await streamHistory(context, transferStream(transferId), at);
  const items: ItemToDescribe[] = [];
  for (const documentId of order.items) items.push(await itemToDescribe(context, documentId, transferId));
  const events = [folderHistory, ...items.map(({ history }) => history)].flatMap((history) => history.events);
  return {
    describing,
    folder: folderFacts(folderHistory),
    folderHistory,
    transferHistory,
    items,
    proofs: await context.proofsOf(events.map(({ envelope }) => envelope.id)),
  };
}

function planOf(context: RecordsContext, order: SubmissionOrder, gathered: Gathered): PackagePlan {
  const { transferId, folderId, archivesId, agreement, previousTransferId, at: createdAt } = order;
  const { describing, folder, items, proofs } = gathered;
  const own = { name: ownName(describing), code: context.institutionId };
  const histories = [gathered.folderHistory, ...items.map(({ history }) => history)];
  const types = histories.flatMap(({ events }) => events.map(({ envelope }) => envelope.type));
  return {
    kind: 'SIP',
    packageId: transferId,
    label: folder.title,
    createdAt,
    recordStatus: previousTransferId === null ? 'NEW' : 'SUPPLEMENT',
    software,
    submitter: own,
    creator: own,
    preservation: { name: describing.nameOfInstitution(archivesId) ?? archivesId, code: archivesId },
    references: {
      referenceCode: folderId,
      ...(agreement === null ? {} : { submissionAgreement: agreement }),
      ...(previousTransferId === null ? {} : { previousSubmission: previousTransferId }),
    },
    ...packageMetadata(order, gathered),
    schemas: schemaFiles(context.catalogue, types, createdAt),
    documentation: documentationFiles(createdAt),
    representations: items.map((item, place) => planItem(describing, { item, place, folder, proofs })),
  };
}

function packageMetadata(order: SubmissionOrder, gathered: Gathered) {
  const { transferId, items: ids, at: createdAt } = order;
  const { describing, folder, folderHistory, transferHistory, items, proofs } = gathered;
  const records = items.map((item) => describeItem(describing, item));
  const history = {
    events: [...folderHistory.events, ...transferHistory.events],
    opened: [...folderHistory.opened, ...transferHistory.opened],
  };
  const xml = { mediaType: 'application/xml', createdAt } as const;
  const dc: PlannedMetadata = {
    ...xml,
    path: 'metadata/descriptive/dc.xml',
    content: () => bytesOf(writeDc(folderDublinCore(describing, folder, records))),
    metadataType: 'DC',
  };
  const premis: PlannedMetadata = {
    ...xml,
    path: 'metadata/preservation/premis.xml',
    content: () => bytesOf(writePremis(premisOfSubmission(describing, { transferId, folder, history, items: ids }))),
    metadataType: 'PREMIS',
    version: '3.0',
  };
  const checkpoint: PlannedMetadata = {
    path: 'metadata/other/checkpoint',
    mediaType: 'text/plain',
    createdAt,
    content: () => text(proofs.checkpoint),
    metadataType: 'OTHER',
    otherType: 'C2SP-CHECKPOINT',
  };
  const evidence = evidenceOfHistory(folderHistory, proofs, createdAt);
  return { descriptive: [dc], preservationMetadata: [premis], other: [...evidence, checkpoint] };
}
