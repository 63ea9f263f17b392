import { readStatement } from '@sillok/evidence';
import { readAsic } from '@sillok/exchange-container';
import type { recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import { type Events, type LogOrder, leaveLog } from './leave-log.ts';
import { write } from './write.ts';

export interface ArtifactsOrder extends LogOrder {
  readonly drafter: string;
  readonly record: z.infer<typeof recordAnswer>;
}

export interface PaperOrder {
  readonly documentId: string;
  readonly officer: string;
  /** The name of the scan's file. */
  readonly scan: string;
  readonly events: Events;
}

/** Fetches everything that proves the document, as its drafter and as the auditor, and writes it down. */
export async function leaveArtifacts(order: ArtifactsOrder): Promise<void> {
  const { client, drafter, record, out } = order;
  const base = `/api/records/records/${record.documentId}`;
  const evidence = await client.fetch(drafter, `${base}/evidence.asice`);
  await write(out, 'document.pdf', await client.fetch(drafter, `${base}/document.pdf`));
  await write(out, 'evidence.asice', evidence);
  await leaveStatements(evidence, out);
  await leaveLog(order, record.events);
}

/** The scan and what was sealed over it, as the unit's officer reads them. */
export async function leavePaper(order: LogOrder, { documentId, officer, scan, events }: PaperOrder): Promise<void> {
  const base = `/api/distribution/papers/${documentId}`;
  await write(order.out, scan, await order.client.fetch(officer, `${base}/scan`));
  await write(order.out, 'digitisation.asice', await order.client.fetch(officer, `${base}/digitisation.asice`));
  await leaveLog(order, events);
}

/** The statements as they lie in the container, named by what they decide. */
async function leaveStatements(evidence: Uint8Array, out: string): Promise<void> {
  const { files } = await readAsic(evidence);
  for (const { name, bytes } of files) {
    if (name === 'manifest.json') await write(out, name, bytes);
    const match = /^statements\/(\d+)-statement\.json$/.exec(name);
    const statement = match === null ? undefined : readStatement(bytes);
    if (match === null || statement === undefined) continue;
    const signature = files.find((one) => one.name === name.replace(/json$/, 'p7s'));
    await write(out, `statements/${match[1]}-${statement.decision}.json`, bytes);
    await write(out, `statements/${match[1]}-${statement.decision}.p7s`, signature?.bytes ?? new Uint8Array());
  }
}
