import { readAsic } from '@sillok/exchange-container';
import { SillokError } from '@sillok/kernel';
import type { DistributionContext } from '../context.ts';
import { incomingDecider, incomingStream } from '../incoming/decide.ts';
import type { IncomingRow } from './reading-incoming.ts';

/** The very container that came. */
export async function messageOfIncoming(
  context: DistributionContext,
  { item, dispatchId }: IncomingRow,
): Promise<Uint8Array> {
  const stream = incomingStream({ senderId: item.senderId, dispatchId });
  const state = await context.journal.stateOf(incomingDecider, stream);
  if (state.status === 'none') throw new SillokError('not-found', 'nothing arrived', { field: 'documentId' });
  return context.contents.get(item.documentId, state.arrived.messageAddress);
}

/** What came with the document, under the names that the sender gave. */
export async function attachmentsOfIncoming(context: DistributionContext, found: IncomingRow) {
  const { files } = await readAsic(await messageOfIncoming(context, found));
  const folder = 'attachments/';
  return files
    .filter(({ name }) => name.startsWith(folder))
    .map(({ name, bytes, mediaType }) => ({ name: name.slice(folder.length), bytes, mediaType }));
}
