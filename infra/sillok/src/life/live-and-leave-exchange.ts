import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SillokError } from '@sillok/kernel';
import { signedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import { folderAnswer } from '@sillok/schemas/api/records/record';
import type { InstitutionPlan } from '@sillok/small-country';
import type { SmallCountry } from '../composition/small-country.ts';
import type { LetterInFolder } from './letter.ts';
import {
  circulate,
  type Dispatch,
  dispatchLetter,
  dispatchReached,
  exchangeStaff,
  isOver,
  receiveLetter,
} from './live-exchange.ts';
import { createStoryClient, type StoryClient } from './story-client.ts';

/** The ministry that a letter goes to: another one of the same country. */
export function otherThan({ plans }: SmallCountry, plan: InstitutionPlan): InstitutionPlan {
  const other = plans.find((one) => one.id !== plan.id);
  if (other === undefined) throw new SillokError('recipient-unknown', 'nobody to write to', { field: 'recipientId' });
  return other;
}

/** The letter with the other ministry among its addressees. */
export function addressed(letter: LetterInFolder, { id, name }: InstitutionPlan): LetterInFolder {
  const { addressees } = letter.text;
  if (addressees.some(({ institutionId }) => institutionId === id)) return letter;
  return { ...letter, text: { ...letter.text, addressees: [...addressees, { institutionId: id, name }] } };
}

/** Sends a sealed letter to the other ministry, which gives it to a unit, receives it and has it read. */
export async function liveExchange(
  country: SmallCountry,
  plan: InstitutionPlan,
  { drafter }: LetterInFolder,
  documentId: string,
  onStep: (name: string) => void,
): Promise<Dispatch> {
  const other = otherThan(country, plan);
  const client = createStoryClient({ port: country.port, institution: plan.id });
  const { registry } = exchangeStaff(plan);
  const dispatchId = await dispatchLetter(client, { documentId, recipientId: other.id, drafter, registry });
  const arrived = await dispatchReached(
    client,
    drafter,
    dispatchId,
    (one) => isOver(one) || one.acknowledgements.includes('arrive'),
  );
  onStep(arrived.status);
  await receiveAndCirculate(country, other, dispatchId);
  const dispatch = await dispatchReached(client, drafter, dispatchId, isWhole);
  onStep(dispatch.status);
  return dispatch;
}

/** Everything that was said has come, and nothing is under way any more. */
function isWhole(dispatch: Dispatch): boolean {
  const { acknowledgements, events } = dispatch;
  const isDelivered = events.some(({ type }) => type === 'distribution.DispatchDelivered.v1');
  return isDelivered && isOver(dispatch) && acknowledgements.includes('receive');
}

async function receiveAndCirculate(country: SmallCountry, plan: InstitutionPlan, dispatchId: string): Promise<void> {
  const client = createStoryClient({ port: country.port, institution: plan.id });
  const { officer, registry, unitId, task, readers } = exchangeStaff(plan);
  const year = Number(country.clock.now().slice(0, 4));
  const order = { unitTaskId: task.id, year, title: task.folder };
  const key = `folder-${task.id}-${year}`;
  const { folderId } = await client.tell(officer, '/api/records/folders', order, folderAnswer, key);
  const { documentId } = await receiveLetter(client, { dispatchId, officer, registry, unitId, folderId });
  await circulate(client, officer, documentId, readers);
}

/** `exchange.asice`, and `acknowledgements/01-arrive.json` with its `.p7s` and so on, in the order in which they chain. */
export async function leaveExchange(
  client: StoryClient,
  person: string,
  { dispatchId, acknowledgements }: Dispatch,
  out: string,
): Promise<void> {
  const path = `/api/distribution/dispatches/${dispatchId}`;
  await writeFile(join(out, 'exchange.asice'), await client.fetch(person, `${path}/exchange.asice`));
  await mkdir(join(out, 'acknowledgements'), { recursive: true });
  for (const [index, kind] of acknowledgements.entries()) {
    const signed = await client.ask(person, `${path}/acknowledgements/${kind}`, signedAcknowledgement);
    const name = join(out, 'acknowledgements', `${String(index + 1).padStart(2, '0')}-${kind}`);
    await writeFile(`${name}.json`, signed.statement);
    await writeFile(`${name}.p7s`, Buffer.from(signed.signature, 'base64'));
  }
}
