import type { Service, ServiceContext } from '@sillok/service-context';
import { startStatutoryCalendar } from './calendar/statutory-calendar.ts';
import type { RecordsContext, RecordsParts } from './context.ts';
import { outgoingTransfers } from './projections/outgoing-transfers.ts';
import { recordStreams } from './projections/record-streams.ts';
import { registeredRecords } from './projections/registered-records.ts';
import { whenDocumentEstablishedRegisterRecord } from './reactions/when-document-established-register-record.ts';
import { whenDocumentEstablishedWatchNumbering } from './reactions/when-document-established-watch-numbering.ts';
import { whenRecordRegisteredMoveFolderPlace } from './reactions/when-record-registered-move-folder-place.ts';
import { whenRecordRegisteredSealCopy } from './reactions/when-record-registered-seal-copy.ts';
import { whenSubmissionBuiltDeliver } from './reactions/when-submission-built-deliver.ts';
import { whenSubmissionRefusedReopenHistories } from './reactions/when-submission-refused-reopen-histories.ts';
import { whenTransferPreparedBuildSubmission } from './reactions/when-transfer-prepared-build-submission.ts';
import { whenTransferReceiptTakenPassCustody } from './reactions/when-transfer-receipt-taken-pass-custody.ts';
import { finishedDocuments } from './reading/finished-documents.ts';
import { acceptTransferRoute } from './routes/accept-transfer.ts';
import { closeFolderRoute } from './routes/close-folder.ts';
import { getEvidenceRoute } from './routes/get-evidence.ts';
import { getRecordRoute } from './routes/get-record.ts';
import { getOpenRecordCopyRoute, getRecordCopyRoute, getRecordScanRoute } from './routes/get-record-copy.ts';
import { getSubmissionRoute, getTransferReceiptRoute } from './routes/get-submission.ts';
import { getTransferRoute } from './routes/get-transfer.ts';
import { keepItemLongerRoute } from './routes/keep-item-longer.ts';
import { listDueArchivesTransfersRoute } from './routes/list-due-archives-transfers.ts';
import { listDueReviewsRoute } from './routes/list-due-reviews.ts';
import { listDueTransfersRoute } from './routes/list-due-transfers.ts';
import { listFoldersRoute } from './routes/list-folders.ts';
import { listRecordsRoute } from './routes/list-records.ts';
import { listTransfersRoute } from './routes/list-transfers.ts';
import { offerTransferRoute } from './routes/offer-transfer.ts';
import { openFolderRoute } from './routes/open-folder.ts';
import { prepareTransferRoute } from './routes/prepare-transfer.ts';
import { receiveTransferReceiptRoute } from './routes/receive-transfer-receipt.ts';
import { reviewDisclosureRoute } from './routes/review-disclosure.ts';
import { makeSubmission } from './sending/make-submission.ts';

export type { RecordsParts } from './context.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [registeredRecords, recordStreams, outgoingTransfers] as const;

export interface RecordsService extends Service {
  readonly finishedDocuments: ReturnType<typeof finishedDocuments>;
}

export function createRecordsService(service: ServiceContext, parts: RecordsParts): RecordsService {
  const context: RecordsContext = {
    ...service,
    ...parts,
    records: service.project(registeredRecords),
    recordStreams: service.project(recordStreams),
    transfers: service.project(outgoingTransfers),
  };
  const running = [
    whenDocumentEstablishedRegisterRecord(context),
    whenRecordRegisteredSealCopy(context),
    whenDocumentEstablishedWatchNumbering(context),
    whenRecordRegisteredMoveFolderPlace(context),
    whenTransferPreparedBuildSubmission(context, (transfer) => makeSubmission(context, transfer)),
    whenSubmissionBuiltDeliver(context),
    whenSubmissionRefusedReopenHistories(context),
    whenTransferReceiptTakenPassCustody(context),
    startStatutoryCalendar(context),
  ];
  return {
    name: 'records',
    projections: { records: context.records, recordStreams: context.recordStreams, transfers: context.transfers },
    finishedDocuments: finishedDocuments(context),
    routes: [
      openFolderRoute(context),
      closeFolderRoute(context),
      listFoldersRoute(context),
      keepItemLongerRoute(context),
      offerTransferRoute(context),
      acceptTransferRoute(context),
      listDueTransfersRoute(context),
      listDueArchivesTransfersRoute(context),
      reviewDisclosureRoute(context),
      listDueReviewsRoute(context),
      listRecordsRoute(context),
      getRecordRoute(context),
      getRecordCopyRoute(context),
      getRecordScanRoute(context),
      getOpenRecordCopyRoute(context),
      getEvidenceRoute(context),
      prepareTransferRoute(context),
      listTransfersRoute(context),
      getTransferRoute(context),
      getSubmissionRoute(context),
      getTransferReceiptRoute(context),
      receiveTransferReceiptRoute(context),
    ],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all([context.records.stop(), context.recordStreams.stop(), context.transfers.stop()]);
    },
  };
}
