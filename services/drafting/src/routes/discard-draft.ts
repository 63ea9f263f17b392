import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { draftCreatedAnswer, draftParams } from '@sillok/schemas/api/drafting/draft';
import { commandOf, personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';

export function discardDraftRoute(context: DraftingContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/drafts/:documentId/discarding',
    operationId: 'DiscardDraft',
    summary: 'Give the draft up',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    params: draftParams,
    response: draftCreatedAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const outcome = await context.journal.execute(
        draftDecider,
        draftStream(documentId),
        { type: 'DiscardDraft', documentId, personId: personOf(request).id },
        commandOf(context, request, 'DiscardDraft', [documentId]),
      );
      return isRefusal(outcome) ? outcome : { documentId };
    },
  });
}
