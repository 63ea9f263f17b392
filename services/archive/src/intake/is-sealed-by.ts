import { createHash } from 'node:crypto';
import { readPackage, signaturePath } from '@sillok/archival-package';
import { worstOf } from '@sillok/kernel';
import type { AddressBookEntry } from '@sillok/outbound';
import { certificatesOf, type Trust, verifyCades } from '@sillok/signatures/verifying';
import type { ArchiveContext } from '../context.ts';
import { bytesAt } from './read-bytes.ts';

/** Whether this is a time-stamped signature of the institution's own seal over exactly these bytes, valid when made. */
export async function isSealedBy(
  context: Pick<ArchiveContext, 'trust'>,
  sender: AddressBookEntry,
  content: Uint8Array,
  cms: Uint8Array,
): Promise<boolean> {
  const { questions, signer } = verifyCades(cms, {
    digest: createHash('sha256').update(content).digest(),
    trust: await trustIn(context, sender, cms),
    requireTimestamp: true,
    signingTime: 'required',
  });
  const isOfSender = signer !== undefined && sender.sealCertificates.includes(signer.certificateDigest);
  return worstOf(questions) === 'passed' && isOfSender;
}

/** The same trust for everything inside a submission, asked for the seal over its root METS. */
export async function trustInSender(
  context: Pick<ArchiveContext, 'trust'>,
  sender: AddressBookEntry,
  bytes: Uint8Array,
): Promise<Trust> {
  const source = await readPackage({ name: 'submission', bytes });
  try {
    return await trustIn(context, sender, (await bytesAt(source, signaturePath)) ?? new Uint8Array());
  } finally {
    await source.close();
  }
}

/** What the sender's own roots and the revocation data of now say about this signature. */
async function trustIn(
  { trust }: Pick<ArchiveContext, 'trust'>,
  { roots }: AddressBookEntry,
  cms: Uint8Array,
): Promise<Trust> {
  return { roots, ...(await trust.revocationOf(certificatesOf(cms))) };
}
