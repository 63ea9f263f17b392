import { type MetsHeader, metsHeaderIn } from '@sillok/archival-package';
import { asked, type Question, undecided } from '@sillok/kernel';
import type { Anchors } from '../anchors.ts';
import { sealOver } from '../seal-over.ts';
import { answersOfSubmission } from '../verify-transfer-receipt.ts';
import type { FilesIn } from './package-files.ts';

export interface SignedMets {
  readonly questions: readonly Question[];
  readonly mets?: Uint8Array;
  readonly header?: MetsHeader;
  /** What receipts of it answer; absent where METS or signature was not found. */
  readonly answers?: string;
}

/** The seal over the exact bytes of a METS (detached CAdES B-T, beside it or in another place), and whose it is. */
export async function verifySignedMets(
  { read }: FilesIn,
  path: string,
  { trust }: Anchors,
  otherPlace = `${path}.p7s`,
): Promise<SignedMets> {
  const mets = await read(path);
  const signature = (await read(otherPlace)) ?? (await read(`${path}.p7s`));
  if (mets === undefined) return { questions: [undecided('present', 'SIGNED_DATA_NOT_FOUND', 'it was not found')] };
  const header = metsHeaderIn(mets);
  const own = { mets, ...(header === undefined ? {} : { header }) };
  const form = asked('header', header !== undefined, 'FORMAT_FAILURE', 'the METS has no header that can be read');
  if (signature === undefined) {
    return { ...own, questions: [form, undecided('signature', 'SIGNED_DATA_NOT_FOUND', 'it was not found')] };
  }
  const sealed = sealOver(mets, signature, trust);
  return { ...own, questions: [form, ...sealed], answers: answersOfSubmission(mets, signature) };
}
