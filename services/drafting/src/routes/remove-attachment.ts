import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { attachmentParams, draftCreatedAnswer } from '@sillok/schemas/api/drafting/draft';
import { commandOf, personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';

export function removeAttachmentRoute(context: DraftingContext) {
  return defineRoute({
    method: 'DELETE',
    url: '/api/drafting/drafts/:documentId/attachments/:attachmentId',
    operationId: 'RemoveAttachment',
    summary: 'Take an attachment off the draft',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    params: attachmentParams,
    response: draftCreatedAnswer,
    async handle(request) {
      const { documentId, attachmentId } = request.params;
      const command = { type: 'RemoveAttachment', documentId, attachmentId, personId: personOf(request).id } as const;
      const named = commandOf(context, request, 'RemoveAttachment', [documentId, attachmentId]);
      const outcome = await context.journal.execute(draftDecider, draftStream(documentId), command, named);
      return isRefusal(outcome) ? outcome : { documentId };
    },
  });
}
