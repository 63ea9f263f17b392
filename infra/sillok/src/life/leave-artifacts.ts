import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readStatement } from '@sillok/evidence';
import { readAsic } from '@sillok/exchange-container';
import { checkpointAnswer } from '@sillok/schemas/api/audit/audit';
import type { recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import type { SmallCountry } from '../composition/small-country.ts';
import type { StoryClient } from './story-client.ts';
import { trustFiles } from './trust-files.ts';

export interface ArtifactsOrder {
  readonly country: SmallCountry;
  readonly client: StoryClient;
  readonly institution: string;
  readonly auditor: string;
  readonly drafter: string;
  readonly record: z.infer<typeof recordAnswer>;
  readonly out: string;
}

/** Fetches everything that proves the document, as its drafter and as the auditor, and writes it down. */
export async function leaveArtifacts(order: ArtifactsOrder): Promise<void> {
  const { client, drafter, auditor, record, out } = order;
  const base = `/api/records/records/${record.documentId}`;
  const evidence = await client.fetch(drafter, `${base}/evidence.asice`);
  await write(out, 'document.pdf', await client.fetch(drafter, `${base}/document.pdf`));
  await write(out, 'evidence.asice', evidence);
  await leaveStatements(evidence, out);
  const checkpoint = await client.ask(auditor, '/api/audit/checkpoint', checkpointAnswer);
  await write(out, 'checkpoint/checkpoint', checkpoint.note);
  await write(
    out,
    'checkpoint/leaves',
    await client.fetch(auditor, `/api/audit/export/leaves?size=${checkpoint.size}`),
  );
  await write(
    out,
    'events.jsonl',
    await client.fetch(auditor, `/api/audit/export/events.jsonl?size=${checkpoint.size}`),
  );
  for (const [index, event] of record.events.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${event.type.split('.')[1]}.tlog-proof`;
    await write(out, `proof/${name}`, await client.fetch(auditor, `/api/audit/proofs/${event.id}`));
  }
  for (const { name, bytes } of await trustFiles(order, checkpoint.verifierKey)) await write(out, name, bytes);
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

async function write(out: string, name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(out, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
