import { isRefusal, type Refusal, refusalAsError, SillokError } from '@sillok/kernel';
import type { AddressBookEntry } from '@sillok/outbound';
import { submissionAnswer } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { type Receiving, takeTransferReceipt } from './take-transfer-receipt.ts';

export type Bringing = Receiving & Pick<RecordsContext, 'exchange'>;

/**
 * Brings a submission and takes in what is said at once; what is said later comes by itself. Answers why the archives
 * do not take it in, where they do not.
 */
export async function bringSubmission(
  context: Bringing,
  archives: AddressBookEntry,
  submission: Uint8Array,
  correlationId: string,
): Promise<Refusal | undefined> {
  const told = await context.exchange.sendSubmission(archives, submission);
  if (isRefusal(told)) return told;
  const answer = submissionAnswer.safeParse(told.said);
  if (!answer.success) throw new SillokError('EXCHANGE_UNREACHABLE', `${archives.institutionId} answered nonsense`);
  const { receipt } = answer.data;
  const taken = receipt && (await takeTransferReceipt(context, receipt, correlationId));
  if (isRefusal(taken)) throw refusalAsError(taken);
  return undefined;
}
