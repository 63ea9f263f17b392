import { type CustodyTransferred, custodyTransferred } from './custody-transferred.ts';
import { type DisclosureReviewed, disclosureReviewed } from './disclosure-reviewed.ts';
import { type FolderClosed, folderClosed } from './folder-closed.ts';
import { type FolderOpened, folderOpened } from './folder-opened.ts';
import { type FolderPassedToArchives, folderPassedToArchives } from './folder-passed-to-archives.ts';
import { type FolderPlaceMoved, folderPlaceMoved } from './folder-place-moved.ts';
import { type HistoryClosed, historyClosed } from './history-closed.ts';
import { type HistoryReopened, historyReopened } from './history-reopened.ts';
import { type ItemKeptLonger, itemKeptLonger } from './item-kept-longer.ts';
import { type PaperRegistered, paperRegistered } from './paper-registered.ts';
import { type PassedToArchives, passedToArchives } from './passed-to-archives.ts';
import { type ReceiptRegistered, receiptRegistered } from './receipt-registered.ts';
import { type RecordRegistered, recordRegistered } from './record-registered.ts';
import { type RecordSealed, recordSealed } from './record-sealed.ts';
import { type SelfInspectionFailed, selfInspectionFailed } from './self-inspection-failed.ts';
import { type SubmissionBuilt, submissionBuilt } from './submission-built.ts';
import { type SubmissionDelivered, submissionDelivered } from './submission-delivered.ts';
import { type SubmissionRefused, submissionRefused } from './submission-refused.ts';
import { type TransferOffered, transferOffered } from './transfer-offered.ts';
import { type TransferPrepared, transferPrepared } from './transfer-prepared.ts';
import { type TransferReceiptTaken, transferReceiptTaken } from './transfer-receipt-taken.ts';

/** Everything that can happen in `records`. */
export const recordsEvents = [
  custodyTransferred,
  disclosureReviewed,
  folderClosed,
  folderOpened,
  folderPassedToArchives,
  folderPlaceMoved,
  historyClosed,
  historyReopened,
  itemKeptLonger,
  paperRegistered,
  passedToArchives,
  receiptRegistered,
  recordRegistered,
  recordSealed,
  selfInspectionFailed,
  submissionBuilt,
  submissionDelivered,
  submissionRefused,
  transferOffered,
  transferPrepared,
  transferReceiptTaken,
] as const;

export type RecordsEvent =
  | CustodyTransferred
  | DisclosureReviewed
  | FolderClosed
  | FolderOpened
  | FolderPassedToArchives
  | FolderPlaceMoved
  | HistoryClosed
  | HistoryReopened
  | ItemKeptLonger
  | PaperRegistered
  | PassedToArchives
  | ReceiptRegistered
  | RecordRegistered
  | RecordSealed
  | SelfInspectionFailed
  | SubmissionBuilt
  | SubmissionDelivered
  | SubmissionRefused
  | TransferOffered
  | TransferPrepared
  | TransferReceiptTaken;
