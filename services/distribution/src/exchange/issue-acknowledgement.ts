import { sha256Hex } from '@sillok/evidence';
import type { CommandContext } from '@sillok/journal';
import { commandIdOf } from '@sillok/journal';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { type SignedAcknowledgement, signedAcknowledgement } from '@sillok/schemas/api/distribution/exchange';
import type { AcknowledgementKind } from '@sillok/schemas/statements/acknowledgement';
import type { DistributionContext } from '../context.ts';
import { incomingDecider, incomingStream } from '../incoming/decide.ts';
import { signAcknowledgement } from './sign-acknowledgement.ts';

export interface Acknowledging {
  readonly senderId: string;
  readonly dispatchId: string;
  readonly kind: AcknowledgementKind;
  readonly receiptNumber?: string;
  readonly reason?: string;
  readonly correlationId: string;
}

/**
 * Signs each kind once and in order: what was given to a unit had arrived before, and a later word is chained to the
 * earlier ones. What was signed is kept until the log says so, and is found again after a crash.
 */
export async function issueAcknowledgement(context: DistributionContext, order: Acknowledging): Promise<void> {
  const state = await context.journal.stateOf(incomingDecider, incomingStream(order));
  if (state.status === 'none') return;
  const has = (kind: AcknowledgementKind) => state.issued.some((one) => one.kind === kind);
  const { receiptNumber: _, reason: __, ...plain } = order;
  if (order.kind !== 'arrive' && !has('arrive')) await issueOne(context, { ...plain, kind: 'arrive' });
  const wasReceived = order.kind === 'accept' || (order.kind === 'return' && state.wasDistributed);
  if (wasReceived && !has('receive')) await issueOne(context, { ...plain, kind: 'receive' });
  await issueOne(context, order);
}

async function issueOne(context: DistributionContext, order: Acknowledging): Promise<void> {
  const { senderId, dispatchId, kind, receiptNumber, reason } = order;
  const stream = incomingStream(order);
  const state = await context.journal.stateOf(incomingDecider, stream);
  if (state.status === 'none' || state.issued.some((one) => one.kind === kind)) return;
  const { documentId, messageDigest: answers } = state.arrived;
  const previous = state.issued.at(-1)?.digest ?? null;
  const kept = await context.effects.once(`acknowledgement-${documentId}-${kind}`, async () => {
    const signed = await signAcknowledgement(context, {
      kind,
      to: senderId,
      dispatchId,
      answers,
      previous,
      ...(receiptNumber === undefined ? {} : { receiptNumber }),
      ...(reason === undefined ? {} : { reason }),
    });
    return new TextEncoder().encode(await context.contents.putJson(documentId, { ...signed }));
  });
  const acknowledgementAddress = new TextDecoder().decode(kept);
  const { statement } = await signedAt(context, documentId, acknowledgementAddress);
  const acknowledgementDigest = sha256Hex(new TextEncoder().encode(statement));
  const outcome = await context.journal.execute(
    incomingDecider,
    stream,
    { type: 'IssueAcknowledgement', kind, acknowledgementAddress, acknowledgementDigest, previous },
    commandOfStream(context, `IssueAcknowledgement-${kind}`, stream, order.correlationId),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}

export async function signedAt(
  context: DistributionContext,
  documentId: string,
  address: string,
): Promise<SignedAcknowledgement> {
  return signedAcknowledgement.parse(await context.contents.getJson(documentId, address));
}

/** What the service does by itself, once in the life of a stream. */
export function commandOfStream(
  context: DistributionContext,
  operation: string,
  stream: string,
  correlationId: string,
): CommandContext {
  const actor = 'service:distribution';
  const commandId = commandIdOf(context.institutionId, actor, operation, stream);
  return { actor, commandId, correlationId, causationId: commandId, input: [operation, stream] };
}
