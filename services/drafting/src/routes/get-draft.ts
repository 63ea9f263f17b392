import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { draftAnswer, draftParams } from '@sillok/schemas/api/drafting/draft';
import { draftText } from '@sillok/schemas/vocabulary/official-document';
import { personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';
import { attachmentsOf } from '../reading/attachments-of.ts';

export function getDraftRoute(context: DraftingContext) {
  return defineRoute({
    method: 'GET',
    url: '/api/drafting/drafts/:documentId',
    operationId: 'GetDraft',
    summary: 'Read one of your drafts',
    tag: 'drafting',
    access: 'signed-in',
    params: draftParams,
    response: draftAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const draft = await context.journal.stateOf(draftDecider, draftStream(documentId));
      // Another person's draft is absent, not forbidden: an answer must not tell that it exists.
      if (draft.status === 'none' || draft.drafterId !== personOf(request).id) return refuse('not-found', 'documentId');
      if (draft.status === 'discarded') return { documentId, status: draft.status };
      const { unitId, version, redraftOf, classification, textAddress } = draft;
      const notes = await attachmentsOf(
        context,
        documentId,
        draft.attachments.map((one) => one.attachmentId),
      );
      return {
        documentId,
        status: draft.status,
        unitId,
        version,
        ...(redraftOf === undefined ? {} : { redraftOf }),
        classification,
        ...(textAddress === undefined
          ? {}
          : { text: draftText.parse(await context.contents.getJson(documentId, textAddress)) }),
        attachments: notes.map(({ address: _, ...note }) => note),
      };
    },
  });
}
