import type { ArchiveEvent } from '../events/archive/all.ts';
import type { RecordsEvent } from '../events/records/all.ts';
import { failed, type NotTold, notTold, type Telling, told, toldByItems } from './telling.ts';

/** Events from registration to the archives. Registration is what ISO 15489-1 calls capture. */
export const keepingTellings = {
  'records.RecordRegistered.v1': told('capture', 'It was registered and filed', 'display', 'folderId'),
  'records.ReceiptRegistered.v1': told('capture', 'It was registered and filed', 'display', 'folderId'),
  'records.PaperRegistered.v1': told('capture', 'It was registered and filed', 'display', 'folderId'),
  'records.RecordSealed.v1': told(
    'digital signature generation',
    'The record copy was completed and sealed by the institution (PAdES B-T)',
    'sealVersion',
  ),
  'records.FolderOpened.v1': told('creation', 'The folder was opened', 'year', 'retention'),
  'records.FolderClosed.v1': told(
    'policy assignment',
    'The folder was closed; its retention is counted',
    'retention',
    'retentionStart',
    'expiresOn',
  ),
  'records.FolderPlaceMoved.v1': told('metadata modification', 'The last number in the folder was put right'),
  'records.ItemKeptLonger.v1': told('policy assignment', 'It is to be kept longer', 'retention'),
  'records.DisclosureReviewed.v1': told('policy assignment', 'Who may see it was decided again', 'on'),
  'records.TransferOffered.v1': notTold('nothing has passed yet'),
  'records.CustodyTransferred.v1': told('transfer', 'The records centre took over custody', 'from', 'to', 'on'),
  'records.TransferPrepared.v1': notTold('nothing has passed yet'),
  'records.HistoryClosed.v1': told(
    'message digest calculation',
    'The history was closed for a transfer, with the digest of the last event of every stream',
    'transferId',
  ),
  'records.HistoryReopened.v1': told('metadata modification', 'The history goes on after a return', 'transferId'),
  'records.SelfInspectionFailed.v1': failed('validation', 'The own inspection found what must not leave', 'transferId'),
  'records.SubmissionBuilt.v1': told(
    'information package creation',
    'The submission was made, inspected and signed',
    'transferId',
  ),
  'records.SubmissionDelivered.v1': told('transfer', 'The archives have the submission', 'transferId'),
  'records.SubmissionRefused.v1': failed(
    'transfer',
    'The archives did not take the submission in',
    'transferId',
    'code',
  ),
  'records.TransferReceiptTaken.v1': told(
    'digital signature validation',
    'A receipt of the archives was checked against their seal',
    'transferId',
    'kind',
  ),
  'records.PassedToArchives.v1': told('accession', 'The archives took it over', 'archivesId', 'accession'),
  'records.FolderPassedToArchives.v1': told('transfer', 'Custody of the folder passed to the archives', 'archivesId'),
  'archive.SubmissionArrived.v1': told('quarantine', 'The submission arrived and lies apart', 'senderId'),
  'archive.SubmissionInspected.v1': toldByItems('validation', 'The submission was inspected'),
  'archive.SubmissionDecided.v1': told('appraisal', 'It was decided item by item what is taken over'),
  'archive.SubmissionAccepted.v1': told('ingestion', 'The decision was confirmed by another person'),
  'archive.SubmissionReturned.v1': told('deaccession', 'Nothing was taken over, confirmed by another person'),
  'archive.AccessionRegistered.v1': told('accession', 'The accession was registered', 'accession'),
  'archive.PackagePreserved.v1': told(
    'information package creation',
    'The archival package was made, checked and signed',
    'packageId',
    'edition',
  ),
  'archive.ReceiptIssued.v1': told('digital signature generation', 'A receipt was sealed', 'kind'),
  'archive.ReceiptSent.v1': told('transfer', 'The sender has the receipt', 'kind'),
  'archive.UnitDescribed.v1': told('metadata modification', 'It was described', 'level', 'referenceCode'),
} as const satisfies Record<RecordsEvent['type'] | ArchiveEvent['type'], Telling | NotTold>;
