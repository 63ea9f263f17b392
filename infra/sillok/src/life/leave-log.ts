import { checkpointAnswer } from '@sillok/schemas/api/audit/audit';
import type { SmallCountry } from '../composition/small-country.ts';
import type { StoryClient } from './story-client.ts';
import { trustFiles } from './trust-files.ts';
import { write } from './write.ts';

export type Events = readonly { readonly id: string; readonly type: string }[];

export interface LogOrder {
  readonly country: SmallCountry;
  readonly client: StoryClient;
  readonly institution: string;
  readonly auditor: string;
  readonly out: string;
}

/** The log up to its newest checkpoint, a proof for each of the events, and what a verifier brings along. */
export async function leaveLog(order: LogOrder, events: Events): Promise<void> {
  const { country, client, auditor, out } = order;
  await country.institutions.find(({ id }) => id === order.institution)?.askWitnesses();
  const { note, size, verifierKey, cosigned } = await client.ask(auditor, '/api/audit/checkpoint', checkpointAnswer);
  await write(out, 'checkpoint/checkpoint', note);
  if (cosigned !== undefined) await write(out, 'checkpoint/cosigned', cosigned.note);
  await write(out, 'checkpoint/leaves', await client.fetch(auditor, `/api/audit/export/leaves?size=${size}`));
  await write(out, 'events.jsonl', await client.fetch(auditor, `/api/audit/export/events.jsonl?size=${size}`));
  for (const [index, event] of events.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${event.type.split('.')[1]}.tlog-proof`;
    await write(out, `proof/${name}`, await client.fetch(auditor, `/api/audit/proofs/${event.id}`));
  }
  for (const { name, bytes } of await trustFiles(order, [verifierKey, ...(cosigned?.witnessKeys ?? [])]))
    await write(out, name, bytes);
}
