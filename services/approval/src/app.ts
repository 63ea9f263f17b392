import type { Service, ServiceContext } from '@sillok/service-context';
import { createPreparedStatements } from '@sillok/signing-desk';
import type { ApprovalContext, ApprovalParts } from './context.ts';
import { cases } from './projections/cases.ts';
import { whenCaseOpenedFreezePaper } from './reactions/when-case-opened-freeze-paper.ts';
import { whenDraftSubmittedOpenCase } from './reactions/when-draft-submitted-open-case.ts';
import { actOnStepRoute } from './routes/act-on-step.ts';
import { getAttachmentRoute } from './routes/get-attachment.ts';
import { getCaseRoute } from './routes/get-case.ts';
import { getInboxRoute } from './routes/get-inbox.ts';
import { getPaperRoute } from './routes/get-paper.ts';
import { getTextRoute } from './routes/get-text.ts';
import { listCasesRoute } from './routes/list-cases.ts';
import { modifyInReviewRoute } from './routes/modify-in-review.ts';
import { prepareStatementRoute } from './routes/prepare-statement.ts';
import { withdrawSubmissionRoute } from './routes/withdraw-submission.ts';

/** Every question this service keeps answered; `sillok replay` builds them anew. */
export const projectionDefinitions = [cases] as const;

export function createApprovalService(service: ServiceContext, parts: ApprovalParts): Service {
  const context: ApprovalContext = {
    ...service,
    ...parts,
    cases: service.project(cases),
    prepared: createPreparedStatements(service.clock),
  };
  const running = [whenDraftSubmittedOpenCase(context), whenCaseOpenedFreezePaper(context)];
  return {
    name: 'approval',
    projections: { cases: context.cases },
    routes: [
      getInboxRoute(context),
      listCasesRoute(context),
      getCaseRoute(context),
      getPaperRoute(context),
      getTextRoute(context),
      getAttachmentRoute(context),
      prepareStatementRoute(context),
      actOnStepRoute(context),
      modifyInReviewRoute(context),
      withdrawSubmissionRoute(context),
    ],
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await context.cases.stop();
    },
  };
}
