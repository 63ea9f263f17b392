import { asked, failed, passed, type Question } from '@sillok/kernel';
import { documentEstablished } from '@sillok/schemas/events/approval/document-established';
import { stepAct } from '@sillok/schemas/events/approval/step-act';
import { recordRegistered } from '@sillok/schemas/events/records/record-registered';
import { recordSealed } from '@sillok/schemas/events/records/record-sealed';
import type { StepDecision, StepStatement } from '@sillok/schemas/statements/step-statement';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import { z } from 'zod';

export interface DocumentToFind {
  /** In the order of signing. */
  readonly statements: readonly StepStatement[];
  readonly pdf: Uint8Array | undefined;
  /** As it stands in the document's field. */
  readonly number: string | undefined;
}

const eventOf: Readonly<Record<StepDecision, string>> = {
  submitted: 'approval.SubmissionSigned.v1',
  reviewed: 'approval.DocumentReviewed.v1',
  concurred: 'approval.ConcurrenceGiven.v1',
  'concurred-with-dissent': 'approval.ConcurrenceGivenWithDissent.v1',
  approved: 'approval.DocumentApproved.v1',
  returned: 'approval.DocumentReturned.v1',
};

/**
 * Whether a log tells of a document what the document says itself: one act for each statement, then one establishment,
 * registration under the printed number, and sealing of as many bytes. Digests are sealed in events and not asked.
 */
export function eventsAgreement(
  log: readonly (Envelope | undefined)[],
  { statements, pdf, number }: DocumentToFind,
): readonly Question[] {
  const last = statements.at(-1);
  if (last === undefined) return [];
  const envelopes = log.flatMap((one) => one ?? []).filter((one) => one.data['documentId'] === last.case);
  const [registration, ...more] = dataOf(envelopes, recordRegistered);
  const [sealing, ...moreSealings] = dataOf(envelopes, recordSealed);
  const establishment = envelopes.find((one) => one.id === registration?.establishmentEventId);
  return [
    stepsQuestion(envelopes, statements),
    asked(
      'one registration',
      registration !== undefined && more.length === 0,
      reason,
      'none or several are in the log',
    ),
    asked(
      'number',
      number !== undefined && number === registration?.display,
      reason,
      `${number} is not the registered one`,
    ),
    asked('establishment', establishment?.type === documentEstablished.type, reason, 'it is not in the log'),
    asked('one sealing', sealing !== undefined && moreSealings.length === 0, reason, 'none or several are in the log'),
    asked('record copy', pdf === undefined || pdf.length === sealing?.recordCopyBytes, reason, 'its length is another'),
  ];
}

const reason = 'SIG_CONSTRAINTS_FAILURE';

interface Definition<Data extends z.ZodType> {
  readonly type: string;
  readonly data: Data;
}

function dataOf<Data extends z.ZodType>(envelopes: readonly Envelope[], { type, data }: Definition<Data>) {
  return envelopes.flatMap((one) => {
    const parsed = one.type === type ? data.safeParse(one.data) : undefined;
    return parsed?.success === true ? [parsed.data] : [];
  });
}

// An approval says more than the other acts, which is not asked here.
const act = z.object(stepAct.shape);

function stepsQuestion(envelopes: readonly Envelope[], statements: readonly StepStatement[]): Question {
  const question = 'an act for each statement';
  const acts = envelopes.filter((one) => Object.values(eventOf).includes(one.type) && 'statementAddress' in one.data);
  if (acts.length !== statements.length) {
    return failed(question, reason, `${statements.length} statements, ${acts.length} acts in the log`);
  }
  const other = statements.findIndex((statement, index) => !isActOf(acts[index], statement));
  return other < 0 ? passed(question) : failed(question, reason, `statement ${other + 1} is not what the log tells`);
}

function isActOf(envelope: Envelope | undefined, statement: StepStatement): boolean {
  const parsed = act.safeParse(envelope?.data);
  if (!parsed.success || envelope === undefined) return false;
  const { data } = parsed;
  return (
    envelope.type === eventOf[statement.decision] &&
    envelope.log === statement.log &&
    data.step === statement.step &&
    data.version === statement.caseVersion &&
    data.certificateDigest === statement.certificate &&
    data.controlClass === statement.controlClass &&
    data.appointmentId === statement.authority.appointment &&
    data.principalId === statement.principal
  );
}
