import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import type { SmallCountry } from '../composition/small-country.ts';
import { leaveArtifacts } from './leave-artifacts.ts';
import type { LetterInFolder } from './letter.ts';
import { addressed, leaveExchange, liveExchange, otherThan } from './live-and-leave-exchange.ts';
import { liveLetter } from './live-letter.ts';
import { settingOf } from './setting-of.ts';
import type { StoryClient } from './story-client.ts';
import { type LifeSummary, summarise } from './summarise.ts';

export type LifeEnd = 'registered' | 'accepted';

export interface LifeOrder {
  readonly until: LifeEnd;
  readonly onStep: (name: string) => void;
}

type SealedRecord = z.infer<typeof recordAnswer>;

const sealedWithinMs = 30_000;

/** Lives one letter in the country, leaves what proves it in `out`, and has every artifact verified from the files. */
export async function liveAndLeave(
  country: SmallCountry,
  letter: LetterInFolder,
  out: string,
  { until, onStep }: LifeOrder,
): Promise<LifeSummary> {
  const { client, plan, auditor } = await settingOf(country, letter.institution, letter.classification.unitTaskId);
  const drafter = plan.people.find((one) => one.id === letter.drafter);
  if (drafter === undefined) throw new SillokError('person-unknown', letter.drafter, { field: 'drafter' });
  const written = until === 'accepted' ? addressed(letter, otherThan(country, plan)) : letter;
  const lived = await liveLetter(client, written, { unitId: drafter.unit, onStep });
  if (lived.status !== 'registered' && lived.status !== 'established') {
    throw new SillokError('case-not-open', `the document was ${lived.status}, not registered`, { field: 'story' });
  }
  const record = await untilSealed(client, letter.drafter, lived.documentId);
  onStep('sealed');
  const dispatch =
    until === 'accepted' ? await liveExchange(country, plan, written, lived.documentId, onStep) : undefined;
  const events = [...record.events, ...(dispatch?.events ?? [])];
  await leaveArtifacts({
    country,
    client,
    institution: letter.institution,
    auditor,
    drafter: letter.drafter,
    record: { ...record, events },
    out,
  });
  if (dispatch !== undefined) await leaveExchange(client, letter.drafter, dispatch, out);
  onStep('left');
  return summarise({ events, number: record.number, sha256: record.recordCopySha256 }, out);
}

async function untilSealed(client: StoryClient, person: string, documentId: string): Promise<SealedRecord> {
  for (let waited = 0; waited < sealedWithinMs; waited += 50) {
    const record = await client.ask(person, `/api/records/records/${documentId}`, recordAnswer);
    if (record.status === 'sealed') return record;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', 'the record copy was not sealed in time');
}
