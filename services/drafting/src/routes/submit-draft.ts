import { folderOf } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { isRefusal } from '@sillok/kernel';
import { draftParams, submission, submittedAnswer } from '@sillok/schemas/api/drafting/draft';
import { draftSubmitted } from '@sillok/schemas/events/drafting/draft-submitted';
import { type DocumentText, documentText, type SubmittedText } from '@sillok/schemas/vocabulary/official-document';
import { commandOf, personOf } from '@sillok/service-context';
import { lineAsAppointed } from '../checks/line-as-appointed.ts';
import { submissionLaw } from '../checks/submission-law.ts';
import type { DraftingContext } from '../context.ts';
import { draftDecider, draftStream } from '../draft/decide.ts';
import { inHand } from '../draft/in-hand.ts';
import type { DraftInHand } from '../draft/state.ts';
import { attachmentsOf } from '../reading/attachments-of.ts';

export function submitDraftRoute(context: DraftingContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/drafting/drafts/:documentId/submission',
    operationId: 'SubmitDraft',
    summary: 'Hand the draft to the approval line (상신)',
    tag: 'drafting',
    access: 'signed-in',
    command: true,
    params: draftParams,
    body: submission,
    response: submittedAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const command = commandOf(context, request, 'SubmitDraft', [documentId, request.body]);
      const before = await context.journal.appliedBefore(draftDecider, draftStream(documentId), command);
      const outcome = before ?? (await submit(context, documentId, personOf(request).id, request.body.line, command));
      if (isRefusal(outcome)) return outcome;
      return { documentId, line: draftSubmitted.data.parse(outcome.events[0]?.data).line };
    },
  });
}

async function submit(
  context: DraftingContext,
  documentId: string,
  personId: string,
  line: SubmitLine,
  command: ReturnType<typeof commandOf>,
) {
  const stream = draftStream(documentId);
  const draft = inHand(await context.journal.stateOf(draftDecider, stream), personId);
  if (isRefusal(draft)) return draft;
  const directory = await context.directory.latest();
  const at = context.clock.now();
  const steps = line && lineAsAppointed(directory, line, at);
  if (isRefusal(steps)) return steps;
  const law = submissionLaw({
    directory,
    drafterId: draft.drafterId,
    unitId: draft.unitId,
    classification: draft.classification,
    folder: await folderOf(context.store, context.catalogue, draft.classification.folderId),
    at,
  });
  if (isRefusal(law)) return law;
  const text = await textOf(context, draft);
  const order = { type: 'SubmitDraft', documentId, personId, text, line: steps, law } as const;
  const refused = await context.journal.refusalOf(draftDecider, stream, { ...order, submittedTextAddress: text && '' });
  if (refused !== undefined) return refused;
  const submittedTextAddress = text && (await putSubmitted(context, draft, text));
  return context.journal.execute(draftDecider, stream, { ...order, submittedTextAddress }, command);
}

type SubmitLine = NonNullable<Parameters<typeof draftDecider.decide>[0] & { type: 'SubmitDraft' }>['line'];

/** The saved text, if it is whole; an unfinished one is the decider's to refuse, by the fields that are missing. */
async function textOf(context: DraftingContext, draft: DraftInHand): Promise<DocumentText | undefined> {
  if (draft.textAddress === undefined) return undefined;
  const saved = await context.contents.getJson(draft.documentId, draft.textAddress);
  const whole = documentText.safeParse({ keywords: [], addressees: [], ...Object(saved) });
  return whole.success ? whole.data : undefined;
}

async function putSubmitted(context: DraftingContext, draft: DraftInHand, text: DocumentText): Promise<string> {
  const ids = draft.attachments.map((one) => one.attachmentId);
  const submitted: SubmittedText = { ...text, attachments: [...(await attachmentsOf(context, draft.documentId, ids))] };
  return context.contents.putJson(draft.documentId, submitted);
}
