import { appointmentsOf, dateAt } from '@sillok/authority';
import { created, defineRoute } from '@sillok/http-service';
import { nameBasedId } from '@sillok/journal';
import { isRefusal, refuse } from '@sillok/kernel';
import { draftCreatedAnswer, newDraft } from '@sillok/schemas/api/drafting/draft';
import { commandOf, personOf } from '@sillok/service-context';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';

export function createDraftRoute(context: DraftingContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/drafts',
    operationId: 'CreateDraft',
    summary: 'Begin a draft in one of your units',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    body: newDraft,
    response: draftCreatedAnswer,
    async handle(request) {
      const person = personOf(request);
      const directory = await context.directory.latest();
      const posts = appointmentsOf(directory, person.id, dateAt(directory, context.clock.now()));
      const { unitId, redraftOf } = request.body;
      if (!directory.units.has(unitId)) return refuse('unit-unknown', 'unitId');
      if (!posts.some((post) => post.unitId === unitId))
        return refuse('not-permitted', 'unitId', { role: 'drafter', decision: 'draft' });
      if (redraftOf !== undefined && !(await isOwnSubmission(context, redraftOf, person.id)))
        return refuse('not-found', 'redraftOf');
      const command = commandOf(context, request, 'CreateDraft', request.body);
      const documentId = nameBasedId('document', command.commandId);
      const outcome = await context.journal.execute(
        draftDecider,
        draftStream(documentId),
        { type: 'CreateDraft', documentId, drafterId: person.id, unitId, redraftOf },
        command,
      );
      return isRefusal(outcome) ? outcome : created({ documentId }, `/api/drafting/drafts/${documentId}`);
    },
  });
}

/** Only what one handed in oneself can be drafted anew. */
async function isOwnSubmission(context: DraftingContext, documentId: string, personId: string): Promise<boolean> {
  const draft = await context.journal.stateOf(draftDecider, draftStream(documentId));
  return draft.status === 'submitted' && draft.drafterId === personId;
}
