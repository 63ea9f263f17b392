import type { Service, ServiceContext } from '@sillok/service-context';
import { finishedDocuments } from './finished-documents.ts';
import { registeredRecords } from './projections/registered-records.ts';
import { watchNumbering } from './reactions/watch-numbering.ts';
import { whenDocumentEstablishedRegisterRecord } from './reactions/when-document-established-register-record.ts';
import { whenRecordRegisteredSealCopy } from './reactions/when-record-registered-seal-copy.ts';
import type { RecordsContext, RecordsParts } from './records-context.ts';
import { closeFolderRoute } from './routes/close-folder.ts';
import { getEvidenceRoute } from './routes/get-evidence.ts';
import { getOpenRecordCopyRoute, getRecordCopyRoute } from './routes/get-record-copy.ts';
import { getRecordRoute } from './routes/get-record.ts';
import { listFoldersRoute } from './routes/list-folders.ts';
import { listRecordsRoute } from './routes/list-records.ts';
import { openFolderRoute } from './routes/open-folder.ts';

export { createSealSigner } from './sealing/seal-signer.ts';

export interface RecordsService extends Service {
  readonly finishedDocuments: ReturnType<typeof finishedDocuments>;
}

export function createRecordsService(service: ServiceContext, parts: RecordsParts): RecordsService {
  const context: RecordsContext = { ...service, ...parts, records: service.project(registeredRecords) };
  const running = [
    whenDocumentEstablishedRegisterRecord(context),
    whenRecordRegisteredSealCopy(context),
    watchNumbering(context),
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
