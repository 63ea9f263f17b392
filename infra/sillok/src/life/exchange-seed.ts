import { SillokError } from '@sillok/kernel';
import { dispatchDone } from '@sillok/schemas/api/distribution/dispatch';
import { incomingDone } from '@sillok/schemas/api/distribution/incoming';
import type { Seed } from '@sillok/small-country';
import type { Furnished, FurnishedCountry } from './furnished.ts';
import { arrivedAt, dispatchLetter, dispatchReached, exchangeStaff, receiveLetter } from './live-exchange.ts';
import { untilSealed } from './until-sealed.ts';

/** Sends a registered document to another institution, where it comes as far as the seed says. */
export async function exchangeSeed(furnished: FurnishedCountry, seed: Seed, documentId: string): Promise<void> {
  const [sender, recipient] = [furnished.get(seed.institution), furnished.get(seed.exchange?.to ?? '')];
  if (sender === undefined || recipient === undefined || seed.exchange === undefined) {
    throw new SillokError('recipient-unknown', `${seed.key} goes to nobody`, { field: 'recipientId' });
  }
  const { client, plan } = sender;
  await untilSealed(client, seed.drafter, documentId);
  const { to: recipientId, until } = seed.exchange;
  if (until === 'prepared') {
    const path = `/api/distribution/documents/${documentId}/dispatches`;
    const key = `prepare-${`${documentId}-${recipientId}`.slice(0, 55)}`;
    await client.tell(seed.drafter, path, { recipientId }, dispatchDone, key);
    return;
  }
  const { registry } = exchangeStaff(plan);
  const dispatchId = await dispatchLetter(client, { documentId, recipientId, drafter: seed.drafter, registry });
  await dispatchReached(client, seed.drafter, dispatchId, ({ acknowledgements }) => acknowledgements.length > 0);
  await treat(recipient, dispatchId, seed.exchange);
}

/** What the recipient does with it. */
async function treat(
  { client, plan, folders }: Furnished,
  dispatchId: string,
  { until, ground = 'form' }: NonNullable<Seed['exchange']>,
): Promise<void> {
  if (until === 'arrived') return;
  const { officer, registry, unitId, task } = exchangeStaff(plan);
  if (until === 'received') {
    const folderId = folders.get(task.id) ?? '';
    await receiveLetter(client, { dispatchId, officer, registry, unitId, folderId });
    return;
  }
  const { documentId } = await arrivedAt(client, registry, dispatchId);
  const path = `/api/distribution/incoming/${documentId}`;
  if (until === 'returned') {
    await client.tell(registry, `${path}/return`, { ground }, incomingDone, `return-${documentId}`);
    return;
  }
  await client.tell(registry, `${path}/unit`, { unitId }, incomingDone, `unit-${documentId}`);
}
