import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { caseAnswer, caseParams, caseStatus } from '@sillok/schemas/api/approval/case';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';
import { actsOf } from '../reading/acts-of.ts';
import { caseFor, statusOf } from '../reading/reading-case.ts';
import { versionsOf } from '../reading/versions-of.ts';

export function getCaseRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/cases/:documentId',
    operationId: 'GetCase',
    summary: 'The document with its line, what was said, and its versions',
    tag: 'approval',
    access: 'signed-in',
    params: caseParams,
    response: caseAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const open = await caseFor(context, documentId, personOf(request).id);
      if (isRefusal(open)) return open;
      const { opened, version } = open;
      const directory = await context.directory.latest();
      const { title } = submittedText.parse(await context.contents.getJson(documentId, open.textAddress));
      const { status = open.status, number = null } = statusOf(context, documentId) ?? {};
      return {
        documentId,
        title,
        status: caseStatus.parse(status === 'registered' ? status : open.status),
        number,
        version,
        pendingStep: open.status === 'in-review' ? open.pendingStep : null,
        ...(opened.redraftOf === undefined ? {} : { redraftOf: opened.redraftOf }),
        classification: opened.classification,
        line: opened.line.map((step) => ({ ...step, person: directory.persons.get(step.personId)?.name ?? null })),
        acts: await actsOf(context, open),
        versions: (await versionsOf(context, documentId)).map(({ textAddress: _, ...one }) => one),
      };
    },
  });
}
