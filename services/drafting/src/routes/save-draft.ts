import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { checkDocumentText } from '@sillok/official-document';
import { draftParams, draftSavedAnswer, draftVersion } from '@sillok/schemas/api/drafting/draft';
import { draftSaved } from '@sillok/schemas/events/drafting/draft-saved';
import { commandOf, personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';
import { inHand } from '../draft/in-hand.ts';

export function saveDraftRoute(context: DraftingContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/drafts/:documentId/versions',
    operationId: 'SaveDraft',
    summary: 'Keep a whole version of the draft',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    params: draftParams,
    body: draftVersion,
    response: draftSavedAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const { classification, text } = request.body;
      const command = commandOf(context, request, 'SaveDraft', [documentId, request.body]);
      const stream = draftStream(documentId);
      const mine = inHand(await context.journal.stateOf(draftDecider, stream), personOf(request).id);
      if (isRefusal(mine) && mine.refused !== 'draft-already-submitted') return mine;
      const unprintable = checkDocumentText(text);
      if (unprintable !== undefined) return unprintable;
      const personId = personOf(request).id;
      const order = { type: 'SaveDraft', documentId, personId, classification, title: text.title } as const;
      const outcome =
        (await context.journal.appliedBefore(draftDecider, stream, command)) ??
        (await context.journal.refusalOf(draftDecider, stream, { ...order, textAddress: '' })) ??
        (await context.journal.execute(
          draftDecider,
          stream,
          { ...order, textAddress: await context.contents.putJson(documentId, text) },
          command,
        ));
      if (isRefusal(outcome)) return outcome;
      return { documentId, version: draftSaved.data.parse(outcome.events[0]?.data).version };
    },
  });
}
