import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SillokError } from '@sillok/kernel';
import { folderAnswer, recordAnswer } from '@sillok/schemas/api/records/record';
import type { z } from 'zod';
import type { SmallCountry } from '../composition/small-country.ts';
import { readTrust } from '../verify/read-trust.ts';
import { verifyPath } from '../verify/verify-path.ts';
import { leaveArtifacts } from './leave-artifacts.ts';
import type { LetterInFolder } from './letter.ts';
import { addressed, leaveExchange, liveExchange, otherThan } from './live-and-leave-exchange.ts';
import { liveLetter } from './live-letter.ts';
import { createStoryClient, type StoryClient } from './story-client.ts';

/** `summary.json`: one step an act, in the order of the log. */
export interface LifeSummary {
  readonly steps: readonly { readonly name: string; readonly event: string; readonly at: string }[];
  readonly document: { readonly number: string; readonly sha256: string };
  readonly valid: boolean;
}

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
  const client = createStoryClient({ port: country.port, institution: letter.institution });
  const plan = country.plans.find((one) => one.id === letter.institution);
  const task = plan?.unitTasks.find((one) => one.id === letter.classification.unitTaskId);
  const drafter = plan?.people.find((one) => one.id === letter.drafter);
  if (plan === undefined)
    throw new SillokError('not-found', `no institution ${letter.institution}`, { field: 'institution' });
  if (task === undefined)
    throw new SillokError('unit-task-unknown', letter.classification.unitTaskId, { field: 'unitTaskId' });
  if (drafter === undefined) throw new SillokError('person-unknown', letter.drafter, { field: 'drafter' });
  const officer = plan.people.find(
    (one) => one.roles?.includes('departmental-records-officer') === true && one.unit === task.unit,
  );
  const folder = { unitTaskId: task.id, year: Number(country.clock.now().slice(0, 4)), title: task.folder };
  await client.tell(
    officer?.id ?? letter.drafter,
    '/api/records/folders',
    folder,
    folderAnswer,
    `folder-${task.id}-${folder.year}`,
  );
  const written = until === 'accepted' ? addressed(letter, otherThan(country, plan)) : letter;
  const lived = await liveLetter(client, written, { unitId: drafter.unit, onStep });
  if (lived.status !== 'registered' && lived.status !== 'established') {
    throw new SillokError('case-not-open', `the document was ${lived.status}, not registered`, { field: 'story' });
  }
  const record = await untilSealed(client, letter.drafter, lived.documentId);
  onStep('sealed');
  const auditor = plan.people.find((one) => one.roles?.includes('auditor') === true);
  if (auditor === undefined)
    throw new SillokError('person-unknown', 'nobody may export the log', { field: 'institution' });
  const dispatch =
    until === 'accepted' ? await liveExchange(country, plan, written, lived.documentId, onStep) : undefined;
  const events = [...record.events, ...(dispatch?.events ?? [])];
  await leaveArtifacts({
    country,
    client,
    institution: letter.institution,
    auditor: auditor.id,
    drafter: letter.drafter,
    record: { ...record, events },
    out,
  });
  if (dispatch !== undefined) await leaveExchange(client, letter.drafter, dispatch, out);
  onStep('left');
  return summarise({ ...record, events }, out);
}

/** The summary is the last artifact; whether all is valid is asked of the files alone. */
async function summarise(record: SealedRecord, out: string): Promise<LifeSummary> {
  const steps = record.events.map(({ id, type, at }) => ({ name: nameOf(type), event: id, at }));
  const document = { number: record.number ?? '', sha256: record.recordCopySha256 ?? '' };
  const save = (valid: boolean) =>
    writeFile(join(out, 'summary.json'), `${JSON.stringify({ steps, document, valid }, null, 2)}\n`);
  await save(true);
  const { verdict } = await verifyPath(out, readTrust(join(out, 'trust.json')));
  const valid = verdict === 'passed';
  if (!valid) await save(false);
  return { steps, document, valid };
}

async function untilSealed(client: StoryClient, person: string, documentId: string): Promise<SealedRecord> {
  for (let waited = 0; waited < sealedWithinMs; waited += 50) {
    const record = await client.ask(person, `/api/records/records/${documentId}`, recordAnswer);
    if (record.status === 'sealed') return record;
    await delay(50);
  }
  throw new SillokError('COMMAND_PENDING', 'the record copy was not sealed in time');
}

/** `approval.DocumentApproved.v1` is told as `DocumentApproved`. */
function nameOf(type: string): string {
  return type.split('.')[1] ?? type;
}
