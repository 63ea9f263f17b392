import { readTransferReceipt, sha256Hex } from '@sillok/evidence';
import { commandIdOf, type Outcome } from '@sillok/journal';
import { type Refusal, refuse } from '@sillok/kernel';
import { isSealedBy } from '@sillok/outbound';
import type { SignedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import type { RecordsContext } from '../context.ts';
import type { TakeReceipt } from '../transfer/commands/take-receipt.ts';
import { transferDecider, transferStream } from '../transfer/decide.ts';

export type Receiving = Pick<
  RecordsContext,
  'institutionId' | 'addressBook' | 'trust' | 'journal' | 'transferContents'
>;

/** What the archives say of a submission of ours, believed only by the seal of whom it names. */
export async function takeTransferReceipt(
  context: Receiving,
  signed: SignedTransferReceipt,
  correlationId: string,
): Promise<Outcome | Refusal> {
  const bytes = new TextEncoder().encode(signed.statement);
  const receipt = readTransferReceipt(bytes);
  if (receipt === undefined) return refuse('input-invalid', 'statement', { rule: 'canonical' });
  if (receipt.to !== context.institutionId) return refuse('exchange-recipient-another', 'statement');
  const unbelieved = await checkSeal(context, receipt, bytes, Buffer.from(signed.signature, 'base64'));
  if (unbelieved !== undefined) return unbelieved;
  const receiptDigest = sha256Hex(bytes);
  const stream = transferStream(receipt.transferId);
  const command: TakeReceipt = { type: 'TakeReceipt', receipt, receiptAddress: receiptDigest, receiptDigest };
  // Asked before anything is stored: a stranger's transfer gets no key here.
  const refusal = await context.journal.refusalOf(transferDecider, stream, command);
  if (refusal !== undefined) return refusal;
  const actor = `institution:${receipt.from}`;
  const commandId = commandIdOf(context.institutionId, actor, 'TakeReceipt', receiptDigest);
  return context.journal.execute(
    transferDecider,
    stream,
    { ...command, receiptAddress: await keptAt(context, signed, receipt) },
    { actor, commandId, correlationId, causationId: commandId, input: [receiptDigest] },
  );
}

/** Where the receipt lies; one that came again is not stored a second time. */
async function keptAt(context: Receiving, signed: SignedTransferReceipt, { transferId, kind }: TransferReceipt) {
  const state = await context.journal.stateOf(transferDecider, transferStream(transferId));
  const known = state.status === 'none' ? undefined : state.receipts[kind];
  return known?.receiptAddress ?? context.transferContents.putJson(transferId, { ...signed });
}

async function checkSeal(
  context: Receiving,
  { from }: TransferReceipt,
  bytes: Uint8Array,
  cms: Uint8Array,
): Promise<Refusal | undefined> {
  const archives = context.addressBook.find(from);
  if (archives?.isArchives !== true) return refuse('archives-unknown', 'statement');
  const isTheirs = await isSealedBy(context.trust, archives, bytes, cms);
  return isTheirs ? undefined : refuse('signature-invalid', 'signature');
}
