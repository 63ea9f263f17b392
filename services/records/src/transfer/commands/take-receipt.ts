import { type Refusal, refuse } from '@sillok/kernel';
import type { TransferReceiptTaken } from '@sillok/schemas/events/records/transfer-receipt-taken';
import type { TransferReceipt } from '@sillok/schemas/statements/transfer-receipt';
import { finalReceipt, type TransferInHand, type TransferState } from '../state.ts';

export interface TakeReceipt {
  readonly type: 'TakeReceipt';
  /** Its signature holds, and it is by the seal of whom it names. */
  readonly receipt: TransferReceipt;
  readonly receiptAddress: string;
  readonly receiptDigest: string;
}

/**
 * What comes late, early or twice changes nothing: each kind counts once, and what is known is a set. What answers
 * another package, breaks the chain, or speaks of other records than were sent, is no receipt of this.
 */
export function takeReceipt(command: TakeReceipt, state: TransferState): readonly TransferReceiptTaken[] | Refusal {
  const { receipt, receiptAddress, receiptDigest } = command;
  const { transferId, kind, previous, accession = null } = receipt;
  // What they had refused went back to its place: whatever they say of it later is about nothing that is on its way.
  if (state.status === 'none' || state.status === 'refused') return refuse('transfer-receipt-unknown', 'transferId');
  const broken = brokenField(command, state);
  if (broken !== undefined) return refuse('transfer-receipt-unknown', broken);
  if (state.receipts[kind] !== undefined) return [];
  const accepted = receipt.items.filter((one) => one.outcome === 'accepted').map((one) => one.documentId);
  const returned = receipt.items
    .filter((one) => one.outcome === 'returned')
    .map(({ documentId, codes }) => ({ documentId, codes }));
  return [
    {
      type: 'records.TransferReceiptTaken.v1',
      data: { transferId, kind, receiptAddress, receiptDigest, previous, accession, accepted, returned },
    },
  ];
}

function brokenField({ receipt, receiptDigest }: TakeReceipt, state: TransferInHand): string | undefined {
  const { prepared, built } = state;
  if (receipt.answers !== built?.answers) return 'answers';
  if (receipt.from !== prepared.archivesId) return 'from';
  if (receipt.package.sha256 !== built.packageDigest) return 'package';
  if (!isChained(receipt, receiptDigest, state)) return 'previous';
  if (receipt.kind === 'arrived') return receipt.items.length === 0 ? undefined : 'items';
  const other = finalReceipt(state);
  if (other !== undefined && other.kind !== receipt.kind) return 'kind';
  return isAboutAll(receipt, prepared.items) ? brokenOutcome(receipt) : 'items';
}

/** The first names nothing before it, the last names the first; a repetition of what is known was looked at before. */
function isChained({ kind, previous }: TransferReceipt, receiptDigest: string, state: TransferInHand): boolean {
  if (state.receipts[kind] !== undefined) return true;
  if (kind !== 'arrived') return previous !== null && (state.receipts.arrived?.receiptDigest ?? previous) === previous;
  return previous === null && (finalReceipt(state)?.previous ?? receiptDigest) === receiptDigest;
}

function isAboutAll({ items }: TransferReceipt, sent: readonly string[]): boolean {
  const named = new Set(items.map((one) => one.documentId));
  return items.length === sent.length && named.size === sent.length && sent.every((one) => named.has(one));
}

function brokenOutcome({ kind, items, accession }: TransferReceipt): string | undefined {
  const isAnyAccepted = items.some((one) => one.outcome === 'accepted');
  if (isAnyAccepted !== (kind === 'accepted')) return 'kind';
  return kind === 'accepted' && accession === undefined ? 'accession' : undefined;
}
