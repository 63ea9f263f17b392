import { readPackage, signaturePath } from '@sillok/archival-package';
import { type AddressBookEntry, trustIn } from '@sillok/outbound';
import type { Trust } from '@sillok/signatures/verifying';
import type { ArchiveContext } from '../context.ts';
import { bytesAt } from './read-bytes.ts';

/** The same trust for everything inside a submission, asked for the seal over its root METS. */
export async function trustInSender(
  { trust }: Pick<ArchiveContext, 'trust'>,
  sender: AddressBookEntry,
  bytes: Uint8Array,
): Promise<Trust> {
  const source = await readPackage({ name: 'submission', bytes });
  try {
    return await trustIn(trust, sender, (await bytesAt(source, signaturePath)) ?? new Uint8Array());
  } finally {
    await source.close();
  }
}
