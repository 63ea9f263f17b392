import { type Refusal, refuse } from '@sillok/kernel';
import type { ApprovalMode, LineStep } from '@sillok/schemas/vocabulary/line';
import type { Absence, Appointment, DirectoryState } from './directory-state.ts';
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
export function actingPerson(
  state: DirectoryState,
  step: LineStep,
  personId: string,
  at: string,
): ActingPerson | Refusal {
  const on = dateAt(state, at);
  const absence = absenceOf(state, step.personId, at);
  const deputy = absence && standInOf(state, absence, at);
  if (personId !== (absence === undefined ? step.personId : deputy?.personId)) {
    const early = absence === undefined && isDeputyOf(state, step.personId, personId);
    return refuse(early ? 'absence-not-registered' : 'not-the-step-person', 'person');
  }
  // Who stands in has no more power than whoever is absent: a post that ended is nobody's any more.
  const own = appointmentsOf(state, step.personId, on).find((post) => post.appointmentId === step.appointmentId);
  if (own === undefined) return refuse('authority-not-found', 'person', { level: step.position });
  if (absence === undefined || deputy === undefined) return pick(own);
  return { ...pick(deputy), principalId: step.personId, absenceId: absence.absenceId };
}

/** The post of whoever stands in: the first deputy who is there, which is to hold a post and not to be absent as well. */
export function standInOf(state: DirectoryState, absence: Absence, at: string): Appointment | undefined {
  const on = dateAt(state, at);
  for (const deputyId of absence.deputyIds) {
    const [post] = appointmentsOf(state, deputyId, on);
    if (post !== undefined && absenceOf(state, deputyId, at) === undefined) return post;
  }
  return undefined;
}

/** The absent people in whose place a person acts now. */
export function principalsOf(state: DirectoryState, personId: string, at: string): readonly string[] {
  const deputised = state.absences.filter((absence) => absence.deputyIds.includes(personId));
  return [...new Set(deputised.map((absence) => absence.personId))].filter((principal) => {
    const absence = absenceOf(state, principal, at);
    return absence !== undefined && standInOf(state, absence, at)?.personId === personId;
  });
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
