import type { SignedBy } from '../../statements/authority-statement.ts';
import { type AbsenceRegistered, absenceRegistered } from './absence-registered.ts';
import { type AppointmentEnded, appointmentEnded } from './appointment-ended.ts';
import type { ActOf } from './authority-act.ts';
import { type DelegationRuleEnacted, delegationRuleEnacted } from './delegation-rule-enacted.ts';
import { type InstitutionFounded, institutionFounded } from './institution-founded.ts';
import { type PersonAppointed, personAppointed } from './person-appointed.ts';
import { type PersonEnrolled, personEnrolled } from './person-enrolled.ts';
import { type PolicyPackActivated, policyPackActivated } from './policy-pack-activated.ts';
import { type SealRegistered, sealRegistered } from './seal-registered.ts';
import { type SealRetired, sealRetired } from './seal-retired.ts';
import { type SigningKeyEnrolled, signingKeyEnrolled } from './signing-key-enrolled.ts';
import { type UnitEstablished, unitEstablished } from './unit-established.ts';
import { type UnitTaskDefined, unitTaskDefined } from './unit-task-defined.ts';

/** Everything that can happen in `directory`. */
export const directoryEvents = [
  absenceRegistered,
  appointmentEnded,
  delegationRuleEnacted,
  institutionFounded,
  personAppointed,
  personEnrolled,
  policyPackActivated,
  sealRegistered,
  sealRetired,
  signingKeyEnrolled,
  unitEstablished,
  unitTaskDefined,
] as const;

export type DirectoryEvent =
  | AbsenceRegistered
  | AppointmentEnded
  | DelegationRuleEnacted
  | InstitutionFounded
  | PersonAppointed
  | PersonEnrolled
  | PolicyPackActivated
  | SealRegistered
  | SealRetired
  | SigningKeyEnrolled
  | UnitEstablished
  | UnitTaskDefined;

/** What is entered, before anybody signed for it. */
export type DirectoryAct = ActOf<DirectoryEvent>;

export function signedAct(act: DirectoryAct, by: SignedBy): DirectoryEvent {
  // Each act lacks exactly this member; no compiler follows that through a union.
  return { ...act, data: { ...act.data, signedBy: by } } as DirectoryEvent;
}
