import { nameBasedId } from '@sillok/journal';
import { isRefusal, type Refusal } from '@sillok/kernel';
import type { exchangeAnswer } from '@sillok/schemas/api/distribution/exchange';
import type { ErrorCode } from '@sillok/schemas/vocabulary/errors';
import type { z } from 'zod';
import type { DistributionContext } from '../context.ts';
import { incomingDecider, incomingStream } from '../incoming/decide.ts';
import { type ExaminedMessage, examineMessage } from './examine-message.ts';
import { commandOfStream, issueAcknowledgement, signedAt } from './issue-acknowledgement.ts';
import { signAcknowledgement } from './sign-acknowledgement.ts';

type Answer = z.infer<typeof exchangeAnswer>;

/** Takes a message in once and says so, signed; the same again gets the newest word again and changes nothing. */
export async function takeMessage(
  context: DistributionContext,
  bytes: Uint8Array,
  correlationId: string,
): Promise<Answer | Refusal> {
  const examined = await examineMessage(context, bytes);
  if (isRefusal(examined)) return examined;
  if (examined.fault !== undefined) return rejected(context, examined, examined.fault, correlationId);
  const taken = await arrive(context, examined, bytes, correlationId);
  if (isRefusal(taken)) return rejected(context, examined, taken.refused, correlationId);
  return newestWord(context, examined, correlationId);
}

async function arrive(
  context: DistributionContext,
  { message, messageDigest, containerDigest, copy }: ExaminedMessage,
  bytes: Uint8Array,
  correlationId: string,
) {
  const { sender: senderId, dispatchId, sequence, number, title, sentAt } = message;
  const documentId = nameBasedId('incoming', senderId, dispatchId);
  const stream = incomingStream({ senderId, dispatchId });
  const known = await context.journal.stateOf(incomingDecider, stream);
  const isNew = known.status === 'none';
  const put = (content: Uint8Array) => (isNew ? context.contents.put(documentId, content) : '0'.repeat(64));
  const arrived = {
    documentId,
    senderId,
    dispatchId,
    sequence,
    senderNumber: number,
    sentAt,
    effectiveAt: context.clock.now(),
    messageAddress: await put(bytes),
    containerDigest,
    messageDigest,
    copyAddress: await put(copy),
  };
  return context.journal.execute(
    incomingDecider,
    stream,
    { type: 'Arrive', arrived, title },
    commandOfStream(context, `Arrive-${containerDigest}`, stream, correlationId),
  );
}

/** The arrival is in the log; where the word cannot be signed now, it follows by itself. */
async function newestWord(
  context: DistributionContext,
  { message }: ExaminedMessage,
  correlationId: string,
): Promise<Answer> {
  const way = { senderId: message.sender, dispatchId: message.dispatchId };
  try {
    await issueAcknowledgement(context, { ...way, kind: 'arrive', correlationId });
  } catch (error) {
    context.onAlarm({ where: 'exchange', message: 'the arrival is not acknowledged yet', error });
    return {};
  }
  const events = await context.journal.eventsOf(incomingStream(way));
  const issued = events.findLast((one) => one.type === 'distribution.AcknowledgementIssued.v1');
  const { documentId, acknowledgementAddress } = { documentId: '', acknowledgementAddress: '', ...issued?.data };
  return { acknowledgement: await signedAt(context, documentId, acknowledgementAddress) };
}

/** A signed word of failure; it stands in our log only where the sender is proven. */
async function rejected(
  context: DistributionContext,
  { message, messageDigest, containerDigest, isAuthentic }: ExaminedMessage,
  code: ErrorCode,
  correlationId: string,
): Promise<Answer> {
  const { sender, dispatchId } = message;
  if (isAuthentic) {
    const stream = incomingStream({ senderId: sender, dispatchId });
    await context.journal.execute(
      incomingDecider,
      stream,
      { type: 'RejectArrival', rejected: { senderId: sender, dispatchId, code, containerDigest } },
      commandOfStream(context, `RejectArrival-${containerDigest}`, stream, correlationId),
    );
  }
  return {
    acknowledgement: await signAcknowledgement(context, {
      kind: 'fail',
      to: sender,
      dispatchId,
      answers: messageDigest,
      previous: null,
      reason: code,
    }),
  };
}
