import {
  type MetsHeader,
  metsHeaderIn,
  type PackageSource,
  readPackage,
  signaturePath,
} from '@sillok/archival-package';
import { sha256Hex } from '@sillok/evidence';
import { hasCode, isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { type AddressBookEntry, isSealedBy } from '@sillok/outbound';
import { id } from '@sillok/schemas/vocabulary/primitives';
import type { ArchiveContext } from '../context.ts';
import { bytesAt } from './read-bytes.ts';
import { submittedFolder } from './submitted-folder.ts';
import { type SubmittedItem, submittedItems } from './submitted-items.ts';

/** A submission that an institution of the address book sealed for us; what else is wrong with it, the inspection says. */
export interface ExaminedSubmission {
  readonly sender: AddressBookEntry;
  readonly transferId: string;
  readonly previousTransferId: string | null;
  readonly folderId: string;
  readonly items: readonly SubmittedItem[];
  readonly metsDigest: string;
  /** SHA-256 of the root METS followed by its signature: what our receipts answer. */
  readonly answers: string;
}

/** Nothing in it is believed before the seal of the sender was seen over its root METS. */
export async function examineSubmission(
  context: ArchiveContext,
  bytes: Uint8Array,
): Promise<ExaminedSubmission | Refusal> {
  const source = await opened(bytes);
  if (source === undefined) return malformed;
  try {
    return await examine(context, source);
  } finally {
    await source.close();
  }
}

async function examine(context: ArchiveContext, source: PackageSource): Promise<ExaminedSubmission | Refusal> {
  const signed = await signedHeader(source);
  if (signed === undefined) return malformed;
  const { header, mets, signature } = signed;
  const sender = context.addressBook.find(header.submitter?.code ?? '');
  if (sender === undefined) return refuse('submission-sender-unknown', 'submitter');
  if (!(await isSealedBy(context.trust, sender, mets, signature))) return refuse('signature-invalid', signaturePath);
  if (header.preservation?.code !== context.institutionId)
    return refuse('submission-recipient-another', 'preservation');
  const content = await contentOf(source, header);
  if (isRefusal(content)) return content;
  return {
    ...content,
    sender,
    metsDigest: sha256Hex(mets),
    answers: sha256Hex(Buffer.concat([mets, signature])),
  };
}

type Content = Pick<ExaminedSubmission, 'transferId' | 'previousTransferId' | 'folderId' | 'items'>;

async function contentOf(source: PackageSource, { objId, references }: MetsHeader): Promise<Content | Refusal> {
  const transferId = idNamed(objId);
  const { previousSubmission } = references;
  const folderId = await submittedFolder(source);
  if (transferId === undefined || folderId === undefined) return malformed;
  const items = await submittedItems(source, transferId);
  if (items === undefined) return malformed;
  const previousTransferId = previousSubmission === undefined ? null : (idNamed(previousSubmission) ?? null);
  return { transferId, previousTransferId, folderId, items };
}

/** A UUID carries a prefix where XML lets no id begin with a digit. */
function idNamed(text: string): string | undefined {
  return id.safeParse(text.replace(/^uuid-/, '')).data;
}

async function signedHeader(source: PackageSource) {
  const mets = await bytesAt(source, 'METS.xml', largestMets);
  const signature = await bytesAt(source, signaturePath, largestSignature);
  if (mets === undefined || signature === undefined) return undefined;
  const header = metsHeaderIn(mets);
  return header?.packageType === 'SIP' ? { header, mets, signature } : undefined;
}

async function opened(bytes: Uint8Array): Promise<PackageSource | undefined> {
  try {
    return await readPackage({ name: 'submission', bytes });
  } catch (error) {
    if (hasCode(error, 'input-invalid')) return undefined;
    throw error;
  }
}

const malformed = refuse('submission-malformed', 'body');
const largestMets = 134_217_728;
const largestSignature = 1_048_576;
