import { defineRoute } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { caseParams, textAnswer, versionQuery } from '@sillok/schemas/api/approval/case';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';
import { versionsOf } from '../reading/versions-of.ts';

export function getTextRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/cases/:documentId/text',
    operationId: 'GetText',
    summary: 'The text of a version, and of the one before it, so that the change can be shown',
    tag: 'approval',
    access: 'signed-in',
    params: caseParams,
    query: versionQuery,
    response: textAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const open = await caseFor(context, documentId, personOf(request).id);
      if (isRefusal(open)) return open;
      const { version = open.version } = request.query;
      const versions = await versionsOf(context, documentId);
      const wanted = versions.find((one) => one.version === version);
      const before = versions.find((one) => one.version === version - 1);
      if (wanted === undefined) return refuse('not-found', 'version');
      const read = async (address: string) => submittedText.parse(await context.contents.getJson(documentId, address));
      const previous = before === undefined ? {} : { previous: await read(before.textAddress) };
      return { ...(await read(wanted.textAddress)), version, ...previous };
    },
  });
}
