import { canonicalBytes } from '@sillok/kernel';
import type { SignedTransferReceipt } from '@sillok/schemas/api/records/transfer';
import type { PackagePreserved } from '@sillok/schemas/events/archive/package-preserved';
import type { TransferReceipt, TransferReceiptKind } from '@sillok/schemas/statements/transfer-receipt';
import { sealToAffix } from '@sillok/sealing';
import type { ArchiveContext } from '../context.ts';
import type { SubmissionInHand } from '../submission/state.ts';
import { receivedItems } from './received-items.ts';

export interface ReceiptToSign {
  readonly state: SubmissionInHand;
  readonly kind: TransferReceiptKind;
  readonly previous: string | null;
  readonly preserved: PackagePreserved['data'] | undefined;
}

/** A receipt in our name, sealed and time-stamped now. */
export async function signReceipt(context: ArchiveContext, order: ReceiptToSign): Promise<SignedTransferReceipt> {
  const at = context.clock.now();
  const seal = sealToAffix(await context.directory.latest(), at);
  const receipt = canonicalBytes(await receiptOf(context, order, at));
  const signature = await context.sealSigner.signTransferReceipt({ keyId: seal.keyId, receipt, at });
  return { statement: new TextDecoder().decode(receipt), signature: Buffer.from(signature).toString('base64') };
}

async function receiptOf(context: ArchiveContext, order: ReceiptToSign, at: string): Promise<TransferReceipt> {
  const { state, kind, previous, preserved } = order;
  const { transferId, senderId, answers, packageDigest, packageBytes, items: offered } = state.arrived;
  const items = kind === 'arrived' ? [] : await receivedItems(context, state, preserved);
  const counted = (outcome: 'accepted' | 'returned') => items.filter((one) => one.outcome === outcome).length;
  return {
    type: 'transfer-receipt',
    version: 1,
    kind,
    from: context.institutionId,
    to: senderId,
    transferId,
    answers,
    previous,
    package: { sha256: packageDigest, bytes: packageBytes },
    ...(preserved === undefined ? {} : takenOver(preserved)),
    items,
    counts: { offered: offered.length, accepted: counted('accepted'), returned: counted('returned') },
    at,
    checkpoint: context.newestCheckpoint() ?? null,
  };
}

function takenOver({ accession, packageId, packageDigest, metsDigest }: PackagePreserved['data']) {
  return { accession, preserved: { packageId, sha256: packageDigest, metsSha256: metsDigest } };
}
