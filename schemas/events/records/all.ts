import { type FolderClosed, folderClosed } from './folder-closed.ts';
import { type FolderOpened, folderOpened } from './folder-opened.ts';
import { type ReceiptRegistered, receiptRegistered } from './receipt-registered.ts';
import { type RecordRegistered, recordRegistered } from './record-registered.ts';
import { type RecordSealed, recordSealed } from './record-sealed.ts';

/** Everything that can happen in `records`. */
export const recordsEvents = [folderClosed, folderOpened, receiptRegistered, recordRegistered, recordSealed] as const;

export type RecordsEvent = FolderClosed | FolderOpened | ReceiptRegistered | RecordRegistered | RecordSealed;
