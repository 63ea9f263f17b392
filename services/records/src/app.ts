import type { Service, ServiceContext } from '@sillok/service-context';
import type { RecordsContext, RecordsParts } from './context.ts';
import { registeredRecords } from './projections/registered-records.ts';
import { whenDocumentEstablishedRegisterRecord } from './reactions/when-document-established-register-record.ts';
import { whenDocumentEstablishedWatchNumbering } from './reactions/when-document-established-watch-numbering.ts';
import { whenRecordRegisteredSealCopy } from './reactions/when-record-registered-seal-copy.ts';
import { finishedDocuments } from './reading/finished-documents.ts';
import { closeFolderRoute } from './routes/close-folder.ts';
import { getEvidenceRoute } from './routes/get-evidence.ts';
import { getRecordRoute } from './routes/get-record.ts';
import { getOpenRecordCopyRoute, getRecordCopyRoute } from './routes/get-record-copy.ts';
import { listFoldersRoute } from './routes/list-folders.ts';
import { listRecordsRoute } from './routes/list-records.ts';
import { openFolderRoute } from './routes/open-folder.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [registeredRecords] as const;

export interface RecordsService extends Service {
  readonly finishedDocuments: ReturnType<typeof finishedDocuments>;
}

export function createRecordsService(service: ServiceContext, parts: RecordsParts): RecordsService {
  const context: RecordsContext = { ...service, ...parts, records: service.project(registeredRecords) };
  const running = [
    whenDocumentEstablishedRegisterRecord(context),
    whenRecordRegisteredSealCopy(context),
    whenDocumentEstablishedWatchNumbering(context),
  ];
  return {
    name: 'records',
    projections: { records: context.records },
    finishedDocuments: finishedDocuments(context),
    routes: [
      openFolderRoute(context),
      closeFolderRoute(context),
      listFoldersRoute(context),
      listRecordsRoute(context),
      getRecordRoute(context),
      getRecordCopyRoute(context),
      getOpenRecordCopyRoute(context),
      getEvidenceRoute(context),
    ],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await context.records.stop();
    },
  };
}
