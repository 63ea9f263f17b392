import { randomBytes } from 'node:crypto';
import {
  type ActingPerson,
  actingPerson,
  approvalModeOf,
  type DirectoryState,
  dateAt,
  packInForce,
} from '@sillok/authority';
import { isRefusal, type Refusal } from '@sillok/kernel';
import { sentenceFor } from '@sillok/schemas/messages/sentences';
import { inForce } from '@sillok/schemas/policies/policy-pack';
import { type StepDecision, type StepStatement, stepStatement } from '@sillok/schemas/statements/step-statement';
import type { LineStep } from '@sillok/schemas/vocabulary/line';
import { submittedText } from '@sillok/schemas/vocabulary/official-document';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { type PreparedStatement, prepareSignature, usableKeyOf } from '@sillok/signing-desk';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import { underReview } from '../approval-case/under-review.ts';
import type { ApprovalContext } from '../context.ts';
import { sealedDigests } from './sealed-digests.ts';

export interface StatementOrder {
  readonly documentId: string;
  readonly personId: string;
  readonly decision: StepDecision;
  readonly opinion: string | undefined;
  readonly language: Language;
}

/** Writes down what the person is about to sign, and readies the signature over exactly these bytes. */
export async function prepareStatement(
  context: ApprovalContext,
  order: StatementOrder,
): Promise<PreparedStatement<StepStatement> | Refusal> {
  const state = await context.journal.stateOf(approvalCaseDecider, approvalCaseStream(order.documentId));
  const review = underReview(state);
  if (isRefusal(review)) return review;
  const directory = await context.directory.latest();
  const acting = actingPerson(directory, review.step, order.personId, context.clock.now());
  if (isRefusal(acting)) return acting;
  const key = usableKeyOf(directory, order.personId, context.clock.now());
  if (isRefusal(key)) return key;
  const statement = await writeStatement(context, order, {
    ...review,
    acting,
    directory,
    certificate: key.certificateDigest,
    controlClass: key.controlClass,
  });
  const prepared = await prepareSignature(context.signer, key.keyId, statement);
  return { ...prepared, id: prepared.digest, personId: order.personId };
}

interface Facts {
  readonly open: CaseInHand;
  readonly step: LineStep;
  readonly acting: ActingPerson;
  readonly directory: DirectoryState;
  readonly certificate: string;
  readonly controlClass: string;
}

async function writeStatement(context: ApprovalContext, order: StatementOrder, facts: Facts): Promise<StepStatement> {
  const { open, step, acting, directory } = facts;
  const digests = await sealedDigests(context, order.documentId, open.version);
  const text = submittedText.parse(await context.contents.getJson(order.documentId, open.textAddress));
  const { opened, version } = open;
  return stepStatement.parse({
    type: 'step-statement',
    version: 1,
    log: context.institutionId,
    institution: directory.institution?.name ?? context.institutionId,
    case: order.documentId,
    caseVersion: version,
    nonce: randomBytes(16).toString('hex'),
    manifest: { algorithm: 'sha-256', digest: digests.manifest },
    paper: { sha256: digests.paper, bytes: open.papers.at(-1)?.paperBytes },
    line: opened.line,
    step: step.step,
    capacity: step.role,
    ...(order.decision === 'approved' ? { mode: modeOf(facts, context.clock.now()) } : {}),
    ...(acting.principalId === undefined ? {} : { principal: acting.principalId }),
    earlier: digests.statements,
    decision: order.decision,
    ...(order.opinion === undefined ? {} : { opinion: order.opinion }),
    authority: {
      appointment: acting.appointmentId,
      ...(opened.basis.delegationRuleId === undefined ? {} : { delegationRule: opened.basis.delegationRuleId }),
      ...(acting.absenceId === undefined ? {} : { absence: acting.absenceId }),
      directoryEvent: directory.lastEventId,
      policyPack: opened.packDigest,
    },
    checkpoint: context.newestCheckpoint() ?? null,
    certificate: facts.certificate,
    controlClass: facts.controlClass,
    claimedAt: context.clock.now(),
    sentence: sentenceFor(order.decision, order.language, { position: acting.position, title: text.title, version }),
  });
}

/** How the approver's box is marked, by the level at which the matter is decided. */
export function modeOf({ open, acting, directory }: Pick<Facts, 'open' | 'acting' | 'directory'>, at: string) {
  const on = dateAt(directory, at);
  const levels = inForce(packInForce(directory, on)?.pack.levels ?? [], on);
  return approvalModeOf(open.opened.basis.level === levels?.[0]?.id, acting.principalId !== undefined);
}
