import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalMode, LineStep } from '@sillok/schemas/vocabulary/line';
import type { DirectoryState } from './directory-state.ts';
import { absenceOf, appointmentsOf, dateAt } from './in-force.ts';

export interface ActingPerson {
  readonly personId: string;
  readonly appointmentId: string;
  readonly position: string;
  /** Set when the person stands in for whoever the step belongs to (대결). */
  readonly principalId?: string;
  readonly absenceId?: string;
}

/**
 * Whether this person may act on the step now: the person of the step, or the first deputy who is not absent while an
 * absence is registered (ADM 10③). An absent person does not act, and nobody stands in for someone who is there.
 */
export function actingPerson(state: DirectoryState, step: LineStep, personId: string, at: string): ActingPerson | Refusal {
  const on = dateAt(state, at);
  const absence = absenceOf(state, step.personId, at);
  if (absence === undefined) {
    const own = appointmentsOf(state, step.personId, on).find((post) => post.appointmentId === step.appointmentId);
    if (personId === step.personId) {
      return own === undefined ? refuse('authority-not-found', 'person', { level: step.position }) : pick(own);
    }
    return refuse(isDeputyOf(state, step.personId, personId) ? 'absence-not-registered' : 'not-the-step-person', 'person');
  }
  const deputy = absence.deputyIds.find((id) => absenceOf(state, id, at) === undefined);
  if (deputy === undefined || deputy !== personId) return refuse('not-the-step-person', 'person');
  const post = appointmentsOf(state, deputy, on)[0];
  if (post === undefined) return refuse('authority-not-found', 'person', { level: step.position });
  return { ...pick(post), principalId: step.personId, absenceId: absence.absenceId };
}

/** How the approval box is marked (ADR 7②③): 결재, 전결, 대결, or both marks for a delegate's deputy. */
export function approvalModeOf(isTopLevel: boolean, byProxy: boolean): ApprovalMode {
  if (isTopLevel) return byProxy ? 'proxy' : 'own';
  return byProxy ? 'proxy-of-delegate' : 'delegated';
}

function pick(post: { personId: string; appointmentId: string; position: string }): ActingPerson {
  return { personId: post.personId, appointmentId: post.appointmentId, position: post.position };
}

function isDeputyOf(state: DirectoryState, principalId: string, personId: string): boolean {
  return state.absences.some((absence) => absence.personId === principalId && absence.deputyIds.includes(personId));
}
