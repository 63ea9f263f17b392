import { defineRoute, file } from '@sillok/http-service';
import { isRefusal, refuse } from '@sillok/kernel';
import { attachmentParams } from '@sillok/schemas/api/approval/case';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import { personOf } from '@sillok/service-context';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';

export function getAttachmentRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/approval/cases/:documentId/attachments/:attachmentId',
    operationId: 'GetAttachment',
    summary: 'The bytes of an attachment',
    tag: 'approval',
    access: 'signed-in',
    params: attachmentParams,
    response: 'file',
    async handle(request) {
      const { documentId, attachmentId } = request.params;
      const open = await caseFor(context, documentId, personOf(request).id);
      if (isRefusal(open)) return open;
      const text = submittedText.parse(await context.contents.getJson(documentId, open.textAddress));
      const note = text.attachments.find((one) => one.attachmentId === attachmentId);
      if (note === undefined) return refuse('not-found', 'attachmentId');
      const content = await context.contents.get(documentId, note.address);
      return file({ content, mediaType: note.mediaType, name: note.name });
    },
  });
}
