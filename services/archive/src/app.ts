import type { Service, ServiceContext } from '@sillok/service-context';
import type { ArchiveContext, ArchiveParts } from './context.ts';
import { descriptionTree } from './projections/description-tree.ts';
import { openRecords } from './projections/open-records.ts';
import { submissions } from './projections/submissions.ts';
import { whenAccessionRegisteredPreservePackage } from './reactions/when-accession-registered-preserve-package.ts';
import { whenPackagePreservedDescribe } from './reactions/when-package-preserved-describe.ts';
import { whenReceiptIssuedBring } from './reactions/when-receipt-issued-bring.ts';
import { whenSubmissionAcceptedRegisterAccession } from './reactions/when-submission-accepted-register-accession.ts';
import { whenSubmissionArrivedInspect } from './reactions/when-submission-arrived-inspect.ts';
import { whenSubmissionArrivedIssueReceipt } from './reactions/when-submission-arrived-issue-receipt.ts';
import { whenUnitDescribedDescribeAbove } from './reactions/when-unit-described-describe-above.ts';
import { openArchive } from './reading/open-archive.ts';
import { confirmSubmissionRoute } from './routes/confirm-submission.ts';
import { decideSubmissionRoute } from './routes/decide-submission.ts';
import { getDescriptionRoute } from './routes/get-description.ts';
import { getOpenDescriptionRoute } from './routes/get-open-description.ts';
import { getOpenDocumentRoute } from './routes/get-open-document.ts';
import { getPackageRoute } from './routes/get-package.ts';
import { getSubmissionRoute } from './routes/get-submission.ts';
import { getSubmissionReceiptRoute } from './routes/get-submission-receipt.ts';
import { getSubmissionReportRoute } from './routes/get-submission-report.ts';
import { listDescriptionsRoute } from './routes/list-descriptions.ts';
import { listOpenFondsRoute } from './routes/list-open-fonds.ts';
import { listSubmissionsRoute } from './routes/list-submissions.ts';
import { receiveSubmissionRoute } from './routes/receive-submission.ts';
import { redescribeUnitRoute } from './routes/redescribe-unit.ts';
import { searchOpenDescriptionsRoute } from './routes/search-open-descriptions.ts';

export type { ArchiveParts } from './context.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [submissions, descriptionTree, openRecords] as const;

export interface ArchiveService extends Service {
  /** The public zone, for pages. */
  readonly openArchive: ReturnType<typeof openArchive>;
}

/** The archives' own service; an institution that takes over nothing has none. */
export function createArchiveService(service: ServiceContext, parts: ArchiveParts): ArchiveService {
  const context: ArchiveContext = {
    ...service,
    ...parts,
    submissions: service.project(submissions),
    descriptions: service.project(descriptionTree),
    openRecords: service.project(openRecords),
  };
  const running = [
    whenSubmissionArrivedIssueReceipt(context),
    whenReceiptIssuedBring(context),
    whenSubmissionArrivedInspect(context),
    whenSubmissionAcceptedRegisterAccession(context),
    whenAccessionRegisteredPreservePackage(context),
    whenPackagePreservedDescribe(context),
    whenUnitDescribedDescribeAbove(context),
  ];
  return {
    name: 'archive',
    openArchive: openArchive(context),
    projections: {
      submissions: context.submissions,
      descriptions: context.descriptions,
      openRecords: context.openRecords,
    },
    routes: [
      receiveSubmissionRoute(context),
      listSubmissionsRoute(context),
      getSubmissionRoute(context),
      getSubmissionReportRoute(context),
      getSubmissionReceiptRoute(context),
      decideSubmissionRoute(context),
      confirmSubmissionRoute(context),
      getPackageRoute(context),
      listDescriptionsRoute(context),
      getDescriptionRoute(context),
      redescribeUnitRoute(context),
      searchOpenDescriptionsRoute(context),
      listOpenFondsRoute(context),
      getOpenDescriptionRoute(context),
      getOpenDocumentRoute(context),
    ],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all([context.submissions.stop(), context.descriptions.stop(), context.openRecords.stop()]);
    },
  };
}
