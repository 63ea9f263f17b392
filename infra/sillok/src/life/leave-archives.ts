import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { InstitutionPlan } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import { centreOf } from './live-keeping.ts';
import { archivesOf, type Preserved } from './live-transfer.ts';
import type { StoryClient } from './story-client.ts';

export interface LeavingArchives extends Preserved {
  readonly country: SmallCountry;
  /** Of the sender. */
  readonly client: StoryClient;
  readonly plan: InstitutionPlan;
}

/** `sip/` and `aip/` with a package each, and `receipt/01-arrived.json` with its `.p7s` and so on, as they chain. */
export async function leaveArchives(
  { country, client, plan, transfer, submission }: LeavingArchives,
  out: string,
): Promise<void> {
  const { transferId, receipts } = transfer;
  const { packageId, accession } = submission;
  const centre = centreOf(plan);
  const archives = archivesOf(country);
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
