import type { Service, ServiceContext } from '@sillok/service-context';
import type { DistributionContext, DistributionParts } from './context.ts';
import { dispatches } from './projections/dispatches.ts';
import { incomingDocuments } from './projections/incoming-documents.ts';
import { papers } from './projections/papers.ts';
import { whenAcknowledgementIssuedBring } from './reactions/when-acknowledgement-issued-bring.ts';
import { whenDispatchSequencedSealCopy } from './reactions/when-dispatch-sequenced-seal-copy.ts';
import { whenDocumentArrivedIssueAcknowledgement } from './reactions/when-document-arrived-issue-acknowledgement.ts';
import { whenDocumentDispatchedDeliver } from './reactions/when-document-dispatched-deliver.ts';
import { whenPaperScannedSealDigitisation } from './reactions/when-paper-scanned-seal-digitisation.ts';
import { whenSealAffixedAssignSequence } from './reactions/when-seal-affixed-assign-sequence.ts';
import { dispatchDocumentRoute } from './routes/dispatch-document.ts';
import { distributePaperRoute } from './routes/distribute-paper.ts';
import { distributeToUnitRoute } from './routes/distribute-to-unit.ts';
import { getDispatchRoute } from './routes/get-dispatch.ts';
import { getAcknowledgementRoute, getExchangeMessageRoute } from './routes/get-exchange-message.ts';
import { getIncomingRoute } from './routes/get-incoming.ts';
import { getPaperRoute } from './routes/get-paper.ts';
import { listDispatchesRoute } from './routes/list-dispatches.ts';
import { listIncomingRoute } from './routes/list-incoming.ts';
import { listPapersRoute } from './routes/list-papers.ts';
import {
  openIncomingAttachmentRoute,
  openIncomingDocumentRoute,
  openIncomingMessageRoute,
} from './routes/open-incoming-document.ts';
import { openDigitisationRoute, openPaperScanRoute } from './routes/open-paper.ts';
import { prepareDispatchRoute } from './routes/prepare-dispatch.ts';
import { receiveDocumentRoute } from './routes/receive-document.ts';
import { receiveAcknowledgementRoute, receiveExchangeMessageRoute } from './routes/receive-exchange-message.ts';
import { receivePaperRoute } from './routes/receive-paper.ts';
import { listOutagesRoute, recordOutageRoute } from './routes/record-outage.ts';
import { requestRedistributionRoute } from './routes/request-redistribution.ts';
import { returnToSenderRoute } from './routes/return-to-sender.ts';
import { reviewDispatchRoute } from './routes/review-dispatch.ts';
import { scanPaperRoute } from './routes/scan-paper.ts';
import { startCirculationRoute } from './routes/start-circulation.ts';

export type { DistributionParts } from './context.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [dispatches, incomingDocuments, papers] as const;

export function createDistributionService(service: ServiceContext, parts: DistributionParts): Service {
  const context: DistributionContext = {
    ...service,
    ...parts,
    dispatches: service.project(dispatches),
    incoming: service.project(incomingDocuments),
    papers: service.project(papers),
  };
  const running = [
    whenSealAffixedAssignSequence(context),
    whenDispatchSequencedSealCopy(context),
    whenDocumentDispatchedDeliver(context),
    whenDocumentArrivedIssueAcknowledgement(context),
    whenAcknowledgementIssuedBring(context),
    whenPaperScannedSealDigitisation(context),
  ];
  return {
    name: 'distribution',
    projections: { dispatches: context.dispatches, incoming: context.incoming, papers: context.papers },
    routes: [
      prepareDispatchRoute(context),
      listDispatchesRoute(context),
      getDispatchRoute(context),
      reviewDispatchRoute(context),
      dispatchDocumentRoute(context),
      getExchangeMessageRoute(context),
      getAcknowledgementRoute(context),
      receiveExchangeMessageRoute(context),
      receiveAcknowledgementRoute(context),
      listIncomingRoute(context),
      getIncomingRoute(context),
      openIncomingDocumentRoute(context),
      openIncomingAttachmentRoute(context),
      openIncomingMessageRoute(context),
      distributeToUnitRoute(context),
      requestRedistributionRoute(context),
      receiveDocumentRoute(context),
      returnToSenderRoute(context),
      startCirculationRoute(context),
      recordOutageRoute(context),
      listOutagesRoute(context),
      scanPaperRoute(context),
      listPapersRoute(context),
      getPaperRoute(context),
      openPaperScanRoute(context),
      openDigitisationRoute(context),
      distributePaperRoute(context),
      receivePaperRoute(context),
    ],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await Promise.all([context.dispatches.stop(), context.incoming.stop(), context.papers.stop()]);
    },
  };
}
