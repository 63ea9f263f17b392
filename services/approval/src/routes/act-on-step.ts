import { actingPerson } from '@sillok/authority';
import { defineRoute } from '@sillok/http-service';
import type { CommandContext, Outcome } from '@sillok/journal';
import { isRefusal, type Refusal, refuse } from '@sillok/kernel';
import { actAnswer, actOrder, caseParams, caseStatus } from '@sillok/schemas/api/approval/case';
import type { StepStatement } from '@sillok/schemas/statements/step-statement';
import { commandOf, personOf } from '@sillok/service-context';
import { type PreparedStatement, type SignatureEvidence, signStatement } from '@sillok/signing-desk';
import type { ActOnStep } from '../approval-case/commands/act-on-step.ts';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import { underReview } from '../approval-case/under-review.ts';
import type { ApprovalContext } from '../context.ts';
import { caseFor, statusOf } from '../reading/reading-case.ts';
import { establishmentOf } from '../statements/establishment.ts';
import { establishmentObstacle } from '../statements/establishment-obstacle.ts';

const numberWithinMs = 2_000;

export function actOnStepRoute(context: ApprovalContext) {
  return defineRoute({
    method: 'POST',
    url: '/api/approval/cases/:documentId/acts',
    operationId: 'ActOnStep',
    summary: 'Sign the statement: review, concur, approve or return',
    tag: 'approval',
    access: 'signed-in',
    command: true,
    params: caseParams,
    body: actOrder,
    response: actAnswer,
    async handle(request) {
      const { documentId } = request.params;
      const personId = personOf(request).id;
      const visible = await caseFor(context, documentId, personId);
      if (isRefusal(visible)) return visible;
      const { statementId, confirmed, signature } = request.body;
      const command = commandOf(context, request, 'ActOnStep', [documentId, request.body]);
      const order = { documentId, personId, statementId, confirmed, signature };
      const outcome = await context.prepared.inTurn(
        statementId,
        async () =>
          (await context.journal.appliedBefore(approvalCaseDecider, approvalCaseStream(documentId), command)) ??
          act(context, order, command),
      );
      return isRefusal(outcome) ? outcome : answerFor(context, documentId, outcome);
    },
  });
}

interface Act extends SignatureEvidence {
  readonly documentId: string;
  readonly personId: string;
  readonly statementId: string;
}

async function act(context: ApprovalContext, order: Act, command: CommandContext): Promise<Outcome | Refusal> {
  const prepared = context.prepared.find(order.statementId, order.personId);
  if (prepared === undefined || prepared.statement.case !== order.documentId)
    return refuse('statement-unknown', 'statementId');
  // Asked before the key is used: a signature over something that is refused anyway must not exist.
  const unsigned = await actCommand(context, prepared, { address: '', signatureAddress: '' });
  const stream = approvalCaseStream(order.documentId);
  const refused = await context.journal.refusalOf(approvalCaseDecider, stream, unsigned);
  if (refused !== undefined) return refused;
  const cms = await signStatement(context, prepared, order);
  if (!(cms instanceof Uint8Array)) return cms;
  // Its key has signed and will not do so again: whatever comes now, whoever asks anew reads anew.
  context.prepared.forget(order.statementId);
  const signed = await actCommand(context, prepared, {
    address: await context.contents.put(order.documentId, prepared.bytes),
    signatureAddress: await context.contents.put(order.documentId, cms),
  });
  const by = { ...command, onBehalfOf: prepared.statement.principal };
  return context.journal.execute(approvalCaseDecider, stream, signed, by);
}

async function actCommand(
  context: ApprovalContext,
  { statement, digest, personId }: PreparedStatement<StepStatement>,
  addresses: { readonly address: string; readonly signatureAddress: string },
): Promise<ActOnStep> {
  const state = await context.journal.stateOf(approvalCaseDecider, approvalCaseStream(statement.case));
  const review = underReview(state);
  const directory = await context.directory.latest();
  const acting = isRefusal(review) ? review : actingPerson(directory, review.step, personId, context.clock.now());
  const approves = statement.decision === 'approved' && !isRefusal(review) && !isRefusal(acting);
  return {
    type: 'ActOnStep',
    documentId: statement.case,
    decision: statement.decision,
    acting,
    opinion: statement.opinion,
    statement: {
      version: statement.caseVersion,
      step: statement.step,
      digest,
      ...addresses,
      certificateDigest: statement.certificate,
      controlClass: statement.controlClass,
    },
    establishment: approves
      ? ((await establishmentObstacle(context, review.open, directory)) ??
        (await establishmentOf(context, review.open, acting, directory)))
      : refuse('step-not-pending', 'step', { pending: statement.step }),
  };
}

/** After an approval the number is worth waiting for; two seconds later the answer says that it is pending. */
async function answerFor(context: ApprovalContext, documentId: string, outcome: Outcome) {
  await context.cases.reached(outcome.position);
  if (outcome.events.some((event) => event.type === 'approval.DocumentEstablished.v1')) {
    await context.cases.until(() => statusOf(context, documentId)?.status === 'registered', numberWithinMs);
  }
  const { status = 'in-review', number = null } = statusOf(context, documentId) ?? {};
  return { documentId, status: caseStatus.parse(status), number };
}
