import { sha256Hex } from '@sillok/evidence';
import { isRefusal, refusalAsError } from '@sillok/kernel';
import { type SignedTransferReceipt, signedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import type { ArchiveContext } from '../context.ts';
import { submissionDecider, submissionStream } from '../submission/decide.ts';
import { commandOfStream } from './command-of-stream.ts';
import { signReceipt } from './sign-receipt.ts';

export interface Receipting {
  readonly transferId: string;
  readonly kind: TransferReceiptKind;
  /** Only of `accepted`. */
  readonly preserved?: PackagePreserved['data'];
  readonly correlationId: string;
}

/**
 * Signs each receipt once and in order: whatever was decided had arrived before. What was signed is kept until the log
 * says so, and is found again after a crash.
 */
export async function issueReceipt(context: ArchiveContext, order: Receipting): Promise<void> {
  const { transferId, kind, correlationId } = order;
  const state = await context.journal.stateOf(submissionDecider, submissionStream(transferId));
  if (state.status === 'none') return;
  const hasArrived = state.issued.some((one) => one.kind === 'arrived');
  if (kind !== 'arrived' && !hasArrived) await issueOne(context, { transferId, kind: 'arrived', correlationId });
  await issueOne(context, order);
}

async function issueOne(context: ArchiveContext, { transferId, kind, preserved, correlationId }: Receipting) {
  const stream = submissionStream(transferId);
  const state = await context.journal.stateOf(submissionDecider, stream);
  if (state.status === 'none' || state.issued.some((one) => one.kind === kind)) return;
  const previous = state.issued.at(-1)?.digest ?? null;
  const kept = await context.effects.once(`transfer-receipt-${transferId}-${kind}`, async () => {
    const signed = await signReceipt(context, { state, kind, previous, preserved });
    return new TextEncoder().encode(await context.transferContents.putJson(transferId, { ...signed }));
  });
  const receiptAddress = new TextDecoder().decode(kept);
  const { statement } = await receiptAt(context, transferId, receiptAddress);
  const receiptDigest = sha256Hex(new TextEncoder().encode(statement));
  const outcome = await context.journal.execute(
    submissionDecider,
    stream,
    { type: 'IssueReceipt', kind, receiptAddress, receiptDigest, previous },
    commandOfStream(context, `IssueReceipt-${kind}`, stream, correlationId),
  );
  if (isRefusal(outcome)) throw refusalAsError(outcome);
}

/** Undefined as long as it was not issued. */
export async function signedReceipt(
  context: Pick<ArchiveContext, 'journal' | 'transferContents'>,
  transferId: string,
  kind: TransferReceiptKind,
): Promise<SignedTransferReceipt | undefined> {
  const state = await context.journal.stateOf(submissionDecider, submissionStream(transferId));
  const issued = state.status === 'none' ? undefined : state.issued.find((one) => one.kind === kind);
  return issued === undefined ? undefined : receiptAt(context, transferId, issued.address);
}

export async function receiptAt(
  { transferContents }: Pick<ArchiveContext, 'transferContents'>,
  transferId: string,
  address: string,
): Promise<SignedTransferReceipt> {
  return signedTransferReceipt.parse(await transferContents.getJson(transferId, address));
}
