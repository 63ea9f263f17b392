import { principalsOf } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import { approvalCaseDecider, approvalCaseStream } from '../approval-case/decide.ts';
import type { CaseInHand } from '../approval-case/state.ts';
import type { ApprovalContext } from '../context.ts';

/** The case, if this person may see it: the drafter, the people of the line, and who stands in for an absent one now. */
export async function caseFor(
  context: ApprovalContext,
  documentId: string,
  personId: string,
): Promise<CaseInHand | Refusal> {
  const state = await context.journal.stateOf(approvalCaseDecider, approvalCaseStream(documentId));
  if (state.status === 'none') return refuse('not-found', 'documentId');
  const directory = await context.directory.latest();
  const people = new Set(state.opened.line.map((step) => step.personId));
  const standsIn = principalsOf(directory, personId, context.clock.now()).some((principal) => people.has(principal));
  const acted = state.acts.some((act) => act.personId === personId);
  // Whoever has no business with it is told what they would be told if it did not exist.
  return people.has(personId) || standsIn || acted ? state : refuse('not-found', 'documentId');
}

export function statusOf(
  context: ApprovalContext,
  documentId: string,
): { status: string; number: string | null } | undefined {
  const row = context.cases.db.prepare('SELECT status, number FROM document WHERE document_id = ?').get(documentId);
  if (row === undefined) return undefined;
  return { status: String(row['status']), number: row['number'] === null ? null : String(row['number']) };
}
