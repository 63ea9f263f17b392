import { sha256Hex } from '@sillok/evidence';
import { isRefusal, type Refusal } from '@sillok/kernel';
import type { submissionAnswer } from '@sillok/schemas/api/records/transfer';
import type { z } from 'zod';
import type { ArchiveContext } from '../context.ts';
import { commandOfStream } from '../receipts/command-of-stream.ts';
import { issueReceipt, signedReceipt } from '../receipts/issue-receipt.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';
import { type ExaminedSubmission, examineSubmission } from './examine-submission.ts';

type Answer = z.infer<typeof submissionAnswer>;

/** Takes a submission in once and says so, signed; the same again gets the same word again and changes nothing. */
export async function takeSubmission(
  context: ArchiveContext,
  bytes: Uint8Array,
  correlationId: string,
): Promise<Answer | Refusal> {
  const examined = await examineSubmission(context, bytes);
  if (isRefusal(examined)) return examined;
  const arrived = await arrive(context, examined, bytes, correlationId);
  return isRefusal(arrived) ? arrived : firstWord(context, examined.transferId, correlationId);
}

async function arrive(
  context: ArchiveContext,
  { sender, items, ...examined }: ExaminedSubmission,
  bytes: Uint8Array,
  correlationId: string,
) {
  const { transferId, metsDigest } = examined;
  const stream = submissionStream(transferId);
  const known = await context.journal.stateOf(submissionDecider, stream);
  const packageAddress =
    known.status === 'none' ? await context.transferContents.put(transferId, bytes) : known.arrived.packageAddress;
  const arrived = {
    ...examined,
    senderId: sender.institutionId,
    packageAddress,
    packageBytes: bytes.length,
    packageDigest: sha256Hex(bytes),
    items: items.map(({ documentId }) => documentId),
    arrivedAt: context.clock.now(),
  };
  return context.journal.execute(
    submissionDecider,
    stream,
    { type: 'Arrive', arrived },
    commandOfStream(context, `Arrive-${sender.institutionId}-${metsDigest}`, stream, correlationId),
  );
}

/** The arrival is in the log; where the receipt cannot be signed now, it follows by itself. */
async function firstWord(context: ArchiveContext, transferId: string, correlationId: string): Promise<Answer> {
  try {
    await issueReceipt(context, { transferId, kind: 'arrived', correlationId });
    const receipt = await signedReceipt(context, transferId, 'arrived');
    return receipt === undefined ? {} : { receipt };
  } catch (error) {
    context.onAlarm({ where: 'archive', message: 'the arrival has no receipt yet', error });
    return {};
  }
}
