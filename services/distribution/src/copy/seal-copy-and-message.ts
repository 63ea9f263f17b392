import { SillokError } from '@sillok/kernel';
import type { DispatchSequenced } from '@sillok/schemas/events/distribution/dispatch-sequenced';
import { type DocumentDispatched, documentDispatched } from '@sillok/schemas/events/distribution/document-dispatched';
import { sealAffixed } from '@sillok/schemas/events/distribution/seal-affixed';
import type { DistributionContext } from '../context.ts';
import { dispatchStream } from '../dispatch/decide.ts';
import { findOutgoing } from '../reading/reading-outgoing.ts';
import { makeDispatchCopy, sealOf } from './make-dispatch-copy.ts';
import { makeMessage } from './make-message.ts';

type Dispatched = DocumentDispatched['data'];

/** What the seal signed is kept until the log says so, and found again after a crash. */
export async function sealCopyAndMessage(
  context: DistributionContext,
  dispatch: DispatchSequenced['data'],
): Promise<Dispatched> {
  const { dispatchId, documentId } = dispatch;
  const kept = await context.effects.once(`dispatch-${dispatchId}`, async () => {
    const made = await make(context, dispatch);
    return new TextEncoder().encode(await context.contents.putJson(documentId, made));
  });
  const address = new TextDecoder().decode(kept);
  return documentDispatched.data.parse(await context.contents.getJson(documentId, address));
}

async function make(context: DistributionContext, dispatch: DispatchSequenced['data']): Promise<Dispatched> {
  const { dispatchId, documentId, recipientId, sequence, at } = dispatch;
  const outgoing = findOutgoing(context, documentId);
  const order = await sealingOrder(context, dispatchId);
  if (outgoing === undefined) throw new SillokError('not-found', 'no such record', { field: 'documentId' });
  const seal = await sealOf(context, order.sealId, order.sealVersion);
  const { copy, signContainer, registration, sealedAt } = await makeDispatchCopy(context, {
    outgoing,
    seal,
    omitted: order.omitted,
    at,
  });
  const number = registration.display;
  const { container, messageDigest } = await makeMessage(context, {
    outgoing,
    dispatch,
    number,
    copy,
    sealedAt,
    signContainer,
  });
  return {
    dispatchId,
    documentId,
    recipientId,
    sequence,
    at: sealedAt,
    copyAddress: await context.contents.put(documentId, copy),
    copyBytes: copy.length,
    messageAddress: await context.contents.put(documentId, container),
    messageBytes: container.length,
    messageDigest,
  };
}

async function sealingOrder(context: DistributionContext, dispatchId: string) {
  const events = await context.journal.eventsOf(dispatchStream(dispatchId));
  const order = events.findLast((one) => one.type === sealAffixed.type || one.type === 'distribution.SealOmitted.v1');
  if (order === undefined) {
    throw new SillokError('EVENT_MALFORMED', 'a sequence without its order', { details: { dispatch: dispatchId } });
  }
  // Both kinds of order say this much.
  const { sealId, sealVersion } = sealAffixed.data.loose().parse(order.data);
  return { sealId, sealVersion, omitted: order.type !== sealAffixed.type };
}
