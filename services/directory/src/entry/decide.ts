import type { Decider, Folded } from '@sillok/decider';
import { type Refusal, refuse } from '@sillok/kernel';
import type { DirectoryAct, DirectoryEvent } from '@sillok/schemas/events/directory/all';

/** One entry of the directory: it begins with what defines it, and ends at most once. A policy stream only grows. */
export type EntryState = { readonly status: 'none' | 'in-force' | 'ended' };

export interface EnterDirectory {
  readonly type: 'EnterDirectory';
  readonly event: DirectoryEvent;
}

export function decide({ event }: EnterDirectory, state: EntryState): readonly DirectoryEvent[] | Refusal {
  if (isEnd(event.type)) {
    if (state.status === 'none') return refuse('not-found', 'id');
    return state.status === 'ended' ? refuse('already-exists', 'id') : [event];
  }
  if (event.type === 'directory.PolicyPackActivated.v1') return [event];
  return state.status === 'none' ? [event] : refuse('already-exists', 'id');
}

export function evolve(_state: EntryState, event: Folded<DirectoryEvent>): EntryState {
  return { status: isEnd(event.type) ? 'ended' : 'in-force' };
}

function isEnd(type: DirectoryEvent['type']): boolean {
  return type === 'directory.AppointmentEnded.v1' || type === 'directory.SealRetired.v1';
}

export const entryDecider = { initialState: { status: 'none' }, decide, evolve } satisfies Decider<
  EnterDirectory,
  DirectoryEvent,
  EntryState
>;

/** The one maker of the directory's stream names. */
export function entryStream(event: DirectoryAct): string {
  switch (event.type) {
    case 'directory.InstitutionFounded.v1':
      return `institution-${event.data.institutionId}`;
    case 'directory.PolicyPackActivated.v1':
      return `policy-${event.data.institutionId}`;
    case 'directory.UnitEstablished.v1':
      return `unit-${event.data.unitId}`;
    case 'directory.PersonEnrolled.v1':
      return `person-${event.data.personId}`;
    case 'directory.PersonAppointed.v1':
    case 'directory.AppointmentEnded.v1':
      return `appointment-${event.data.appointmentId}`;
    case 'directory.DelegationRuleEnacted.v1':
      return `delegation_rule-${event.data.ruleId}`;
    case 'directory.AbsenceRegistered.v1':
      return absenceStream(event.data.absenceId);
    case 'directory.SealRegistered.v1':
    case 'directory.SealRetired.v1':
      return `seal-${event.data.sealId}`;
    case 'directory.SigningKeyEnrolled.v1':
      return `key_enrolment-${event.data.enrolmentId}`;
    case 'directory.UnitTaskDefined.v1':
      return `unit_task-${event.data.unitTaskId}`;
  }
}

export function absenceStream(absenceId: string): string {
  return `absence-${absenceId}`;
}
