import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import type { StoryClient } from './story-client.ts';

const withinMs = 45_000;

/** Waits until a document is kept as a sealed record, and answers it. */
export async function untilSealed(
  client: StoryClient,
  person: string,
  documentId: string,
): Promise<z.infer<typeof recordAnswer>> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    const record = await client.ask(person, `/api/records/records/${documentId}`, recordAnswer);
    if (record.status === 'sealed') return record;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', 'the record copy was not sealed in time');
}
