import { stepAct } from '@sillok/schemas/events/approval/step-act';
import { approvalCaseStream } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';

const decisions: Readonly<Record<string, string>> = {
  'approval.SubmissionSigned.v1': 'submitted',
  'approval.DocumentReviewed.v1': 'reviewed',
  'approval.ConcurrenceGiven.v1': 'concurred',
  'approval.ConcurrenceGivenWithDissent.v1': 'concurred-with-dissent',
  'approval.DocumentReturned.v1': 'returned',
  'approval.DocumentApproved.v1': 'approved',
};

/** Who did what in the line, with the opinions that can still be read. */
export async function actsOf(context: ApprovalContext, open: CaseInHand) {
  const directory = await context.directory.latest();
  const events = await context.journal.eventsOf(approvalCaseStream(open.opened.documentId));
  const acts = [];
  for (const event of events) {
    const decision = decisions[event.type];
    if (decision === undefined) continue;
    const { step, version, personId, principalId } = stepAct.loose().parse(event.data);
    const { opinion } = await context.journal.open(event);
    acts.push({
      step,
      version,
      decision,
      personId,
      person: directory.persons.get(personId)?.name ?? null,
      ...(principalId === undefined ? {} : { principalId }),
      ...(typeof opinion === 'string' ? { opinion } : {}),
      at: event.envelope.recordedAt,
    });
  }
  return acts;
}
