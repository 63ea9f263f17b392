import { actingPerson } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import { canonicalJson, isRefusal } from '@sillok/kernel';
import { checkDocumentText } from '@sillok/official-document';
import { caseParams, editAnswer, editOrder } from '@sillok/schemas/api/approval/case';
import { documentModifiedInReview } from '@sillok/schemas/events/approval/document-modified-in-review';
import { type DocumentText, submittedText } from '@sillok/schemas/vocabulary/official-document';
import { commandOf, personOf } from '@sillok/service-context';
import { checkEditedText } from '../approval-case/check-edited-text.ts';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import { underReview } from '../approval-case/under-review.ts';
import type { ApprovalContext } from '../context.ts';
import { caseFor } from '../reading/reading-case.ts';

export function modifyInReviewRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/approval/cases/:documentId/versions',
    operationId: 'ModifyInReview',
    summary: 'Change the text at your review; everyone sees what you changed',
    tag: 'approval',
    access: 'signed-in',
    command: true,
    params: caseParams,
    body: editOrder,
    response: editAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const personId = personOf(request).id;
      const open = await caseFor(context, documentId, personId);
      if (isRefusal(open)) return open;
      const stream = approvalCaseStream(documentId);
      const command = commandOf(context, request, 'ModifyInReview', [documentId, request.body]);
      const before = await context.journal.appliedBefore(approvalCaseDecider, stream, command);
      const outcome =
        before ??
        checkDocumentText(request.body.text) ??
        (await modify(context, open, personId, request.body.text, command));
      if (isRefusal(outcome)) return outcome;
      return { documentId, version: documentModifiedInReview.data.parse(outcome.events[0]?.data).version };
    },
  });
}

async function modify(
  context: ApprovalContext,
  open: CaseInHand,
  personId: string,
  text: DocumentText,
  command: ReturnType<typeof commandOf>,
) {
  const { documentId } = open.opened;
  const review = underReview(open);
  if (isRefusal(review)) return review;
  const directory = await context.directory.latest();
  const at = context.clock.now();
  const incomplete = checkEditedText(text, open.opened.outgoing, directory, at);
  if (incomplete !== undefined) return incomplete;
  const current = submittedText.parse(await context.contents.getJson(documentId, open.textAddress));
  const edited = { ...text, attachments: current.attachments };
  const stream = approvalCaseStream(documentId);
  const order = {
    type: 'ModifyInReview',
    documentId,
    acting: actingPerson(directory, review.step, personId, at),
    title: text.title,
    changed: canonicalJson(edited) !== canonicalJson(current),
  } as const;
  const refused = await context.journal.refusalOf(approvalCaseDecider, stream, { ...order, textAddress: '' });
  if (refused !== undefined) return refused;
  const textAddress = await context.contents.putJson(documentId, edited);
  return context.journal.execute(approvalCaseDecider, stream, { ...order, textAddress }, command);
}
