import { type CustodyTransferred, custodyTransferred } from './custody-transferred.ts';
import { type DisclosureReviewed, disclosureReviewed } from './disclosure-reviewed.ts';
import { type FolderClosed, folderClosed } from './folder-closed.ts';
import { type FolderOpened, folderOpened } from './folder-opened.ts';
import { type FolderPlaceMoved, folderPlaceMoved } from './folder-place-moved.ts';
import { type ItemKeptLonger, itemKeptLonger } from './item-kept-longer.ts';
import { type ReceiptRegistered, receiptRegistered } from './receipt-registered.ts';
import { type RecordRegistered, recordRegistered } from './record-registered.ts';
import { type RecordSealed, recordSealed } from './record-sealed.ts';
import { type TransferOffered, transferOffered } from './transfer-offered.ts';

/** Everything that can happen in `records`. */
export const recordsEvents = [
  custodyTransferred,
  disclosureReviewed,
  folderClosed,
  folderOpened,
  folderPlaceMoved,
  itemKeptLonger,
  receiptRegistered,
  recordRegistered,
  recordSealed,
  transferOffered,
] as const;

export type RecordsEvent =
  | CustodyTransferred
  | DisclosureReviewed
  | FolderClosed
  | FolderOpened
  | FolderPlaceMoved
  | ItemKeptLonger
  | ReceiptRegistered
  | RecordRegistered
  | RecordSealed
  | TransferOffered;
