import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { caseParams, versionQuery } from '@sillok/schemas/api/approval/case';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';

export function getPaperRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/cases/:documentId/paper.pdf',
    operationId: 'GetPaper',
    summary: 'The frozen paper of a version: exactly the file that is signed',
    tag: 'approval',
    access: 'signed-in',
    params: caseParams,
    query: versionQuery,
    response: 'file',
    async handle(request) {
      const { documentId } = request.params;
      const open = await caseFor(context, documentId, personOf(request).id);
      if (isRefusal(open)) return open;
      const { version = open.version } = request.query;
      const paper = open.papers.find((one) => one.version === version);
      if (paper === undefined) return refuse(version === open.version ? 'paper-not-frozen' : 'not-found', 'version');
      const content = await context.contents.get(documentId, paper.paperAddress);
      return file({ content, mediaType: 'application/pdf', name: `paper-v${version}.pdf` });
    },
  });
}
