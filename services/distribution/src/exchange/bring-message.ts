import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import type { AddressBookEntry } from '@sillok/outbound';
import { exchangeAnswer } from '@sillok/schemas/api/distribution/exchange';
import type { DistributionContext } from '../context.ts';
import { takeAcknowledgement } from './take-acknowledgement.ts';

/** Brings a message and takes in what is said at once; what is said later comes by itself. */
export async function bringMessage(
  context: DistributionContext,
  recipient: AddressBookEntry,
  message: Uint8Array,
  correlationId: string,
): Promise<void> {
  const answer = exchangeAnswer.safeParse(await context.exchange.sendMessage(recipient, message));
  if (!answer.success) throw new SillokError('EXCHANGE_UNREACHABLE', `${recipient.institutionId} answered nonsense`);
  const { acknowledgement } = answer.data;
  const taken = acknowledgement && (await takeAcknowledgement(context, acknowledgement, correlationId));
  if (isRefusal(taken)) throw refusalAsError(taken);
}
