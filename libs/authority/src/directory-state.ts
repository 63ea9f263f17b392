import type { Recorded } from '@sillok/journal';
import type { AbsenceRegistered } from '@sillok/schemas/events/directory/absence-registered';
import type { DirectoryEvent } from '@sillok/schemas/events/directory/all';
import type { DelegationRuleEnacted } from '@sillok/schemas/events/directory/delegation-rule-enacted';
import type { InstitutionFounded } from '@sillok/schemas/events/directory/institution-founded';
import type { PersonAppointed } from '@sillok/schemas/events/directory/person-appointed';
import type { PolicyPackActivated } from '@sillok/schemas/events/directory/policy-pack-activated';
import type { SealRegistered } from '@sillok/schemas/events/directory/seal-registered';
import type { SigningKeyEnrolled } from '@sillok/schemas/events/directory/signing-key-enrolled';
import type { UnitEstablished } from '@sillok/schemas/events/directory/unit-established';
import type { UnitTaskDefined } from '@sillok/schemas/events/directory/unit-task-defined';

export interface Person {
  readonly personId: string;
  readonly subject: string;
  /** Absent once the person's key is gone. */
  readonly name: string | undefined;
}

export type Appointment = PersonAppointed['data'] & { endedOn?: string };
export type Seal = SealRegistered['data'] & { retiredOn?: string };
export type DelegationRule = DelegationRuleEnacted['data'];
export type Absence = AbsenceRegistered['data'];
export type SigningKey = SigningKeyEnrolled['data'] & { readonly certificate: string | undefined };
export type Unit = UnitEstablished['data'];
export type UnitTask = UnitTaskDefined['data'];

/** Who is who and who may do what: everything the directory ever said, for questions as of an instant. */
export interface DirectoryState {
  institution: InstitutionFounded['data'] | undefined;
  readonly packs: PolicyPackActivated['data'][];
  readonly units: Map<string, Unit>;
  readonly persons: Map<string, Person>;
  readonly appointments: Map<string, Appointment>;
  readonly rules: DelegationRule[];
  readonly absences: Absence[];
  readonly seals: Seal[];
  readonly keys: SigningKey[];
  readonly unitTasks: Map<string, UnitTask>;
  /** The newest event that is in: decisions pin it. */
  lastEventId: string | undefined;
}

export function emptyDirectory(): DirectoryState {
  return {
    institution: undefined,
    packs: [],
    units: new Map(),
    persons: new Map(),
    appointments: new Map(),
    rules: [],
    absences: [],
    seals: [],
    keys: [],
    unitTasks: new Map(),
    lastEventId: undefined,
  };
}

/** Takes one more event in. `opened` holds the sealed values that can still be read. */
export function applyDirectoryEvent(
  state: DirectoryState,
  event: Recorded<DirectoryEvent>,
  opened: Readonly<Record<string, unknown>>,
): void {
  state.lastEventId = event.envelope.id;
  switch (event.type) {
    case 'directory.InstitutionFounded.v1':
      state.institution = event.data;
      return;
    case 'directory.PolicyPackActivated.v1':
      state.packs.push(event.data);
      return;
    case 'directory.UnitEstablished.v1':
      state.units.set(event.data.unitId, event.data);
      return;
    case 'directory.PersonEnrolled.v1':
      state.persons.set(event.data.personId, { ...event.data, name: text(opened['name']) });
      return;
    case 'directory.PersonAppointed.v1':
      state.appointments.set(event.data.appointmentId, { ...event.data });
      return;
    case 'directory.AppointmentEnded.v1':
      endAppointment(state, event.data.appointmentId, event.data.on);
      return;
    case 'directory.DelegationRuleEnacted.v1':
      state.rules.push(event.data);
      return;
    case 'directory.AbsenceRegistered.v1':
      state.absences.push(event.data);
      return;
    case 'directory.SealRegistered.v1':
      state.seals.push({ ...event.data });
      return;
    case 'directory.SealRetired.v1':
      retireSeal(state, event.data.sealId, event.data.on);
      return;
    case 'directory.SigningKeyEnrolled.v1':
      state.keys.push({ ...event.data, certificate: text(opened['certificate']) });
      return;
    case 'directory.UnitTaskDefined.v1':
      state.unitTasks.set(event.data.unitTaskId, event.data);
      return;
  }
}

function endAppointment(state: DirectoryState, appointmentId: string, on: string): void {
  const appointment = state.appointments.get(appointmentId);
  if (appointment !== undefined) appointment.endedOn = on;
}

function retireSeal(state: DirectoryState, sealId: string, on: string): void {
  for (const seal of state.seals) if (seal.sealId === sealId) seal.retiredOn = on;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
