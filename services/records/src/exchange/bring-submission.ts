import { isRefusal, refusalAsError, SillokError } from '@sillok/kernel';
import type { AddressBookEntry } from '@sillok/outbound';
import { submissionAnswer } from '@sillok/schemas/api/records/transfer';
import type { RecordsContext } from '../context.ts';
import { type Receiving, takeTransferReceipt } from './take-transfer-receipt.ts';

export type Bringing = Receiving & Pick<RecordsContext, 'exchange'>;

/** Brings a submission and takes in what is said at once; what is said later comes by itself. */
export async function bringSubmission(
  context: Bringing,
  archives: AddressBookEntry,
  submission: Uint8Array,
  correlationId: string,
): Promise<void> {
  const answer = submissionAnswer.safeParse(await context.exchange.sendSubmission(archives, submission));
  if (!answer.success) throw new SillokError('EXCHANGE_UNREACHABLE', `${archives.institutionId} answered nonsense`);
  const { receipt } = answer.data;
  const taken = receipt && (await takeTransferReceipt(context, receipt, correlationId));
  if (isRefusal(taken)) throw refusalAsError(taken);
}
