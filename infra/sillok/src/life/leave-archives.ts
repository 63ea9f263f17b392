import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { Archives, Submission } from './live-transfer.ts';
import type { StoryClient } from './story-client.ts';

export interface LeavingArchives {
  readonly client: StoryClient;
  /** A records officer of the sender. */
  readonly centre: string;
  readonly archives: Archives;
  readonly submission: Submission;
}

/** `sip/` and `aip/` with a package each, and `receipt/01-arrived.json` with its `.p7s` and so on, as they chain. */
export async function leaveArchives(
  { client, centre, archives, submission }: LeavingArchives,
  out: string,
): Promise<void> {
  const { transferId, packageId, accession, receipts } = submission;
  const path = `/api/records/transfers/${transferId}`;
  for (const name of ['sip', 'aip', 'receipt']) await mkdir(join(out, name), { recursive: true });
  await writeFile(join(out, 'sip', `${transferId}.zip`), await client.fetch(centre, `${path}/package.zip`));
  if (packageId !== null) {
    const bytes = await archives.client.fetch(archives.archivist, `/api/archive/packages/${packageId}/package.zip`);
    await writeFile(join(out, 'aip', `${accession ?? packageId}.zip`), bytes);
  }
  for (const [index, kind] of receipts.entries()) {
    const signed = await client.ask(centre, `${path}/receipts/${kind}`, signedTransferReceipt);
    const name = join(out, 'receipt', `${String(index + 1).padStart(2, '0')}-${kind}`);
    await writeFile(`${name}.json`, signed.statement);
    await writeFile(`${name}.p7s`, Buffer.from(signed.signature, 'base64'));
  }
}
