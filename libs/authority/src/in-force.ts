import { type CivilDate, civilDate, localInstant } from '@sillok/kernel';
import { packs } from '@sillok/schemas/policies/packs';
import type { PolicyPack } from '@sillok/schemas/policies/policy-pack';
import type { Absence, Appointment, DirectoryState, Seal, SigningKey } from './directory-state.ts';

/** An instant as the clocks of the institution showed it, with its offset; UTC before it is founded. */
export function localInstantAt(state: DirectoryState, instant: string): string {
  return localInstant(instant, state.institution?.timeZone ?? 'UTC');
}

/** The civil date of an instant where the institution is; UTC before it is founded. */
export function dateAt(state: DirectoryState, instant: string): CivilDate {
  return civilDate(instant, state.institution?.timeZone ?? 'UTC');
}

export function isInForce(appointment: Appointment, on: CivilDate): boolean {
  return appointment.from <= on && (appointment.endedOn === undefined || on < appointment.endedOn);
}

export function appointmentsOf(state: DirectoryState, personId: string, on: CivilDate): readonly Appointment[] {
  return [...state.appointments.values()].filter((one) => one.personId === personId && isInForce(one, on));
}

/** All roles that a person's posts give on a day. */
export function rolesOf(state: DirectoryState, personId: string, on: CivilDate): readonly string[] {
  return [...new Set(appointmentsOf(state, personId, on).flatMap((one) => one.roles))];
}

export function absenceOf(state: DirectoryState, personId: string, at: string): Absence | undefined {
  return state.absences.findLast((one) => one.personId === personId && one.from <= at && at < one.until);
}

/** The newest version of a kind of seal that may be affixed on this day. */
export function sealInForce(state: DirectoryState, kind: Seal['kind'], on: CivilDate): Seal | undefined {
  return state.seals.findLast(
    (seal) =>
      seal.kind === kind &&
      seal.from <= on &&
      (seal.until === undefined || on < seal.until) &&
      (seal.retiredOn === undefined || on < seal.retiredOn),
  );
}

export function signingKeyOf(state: DirectoryState, personId: string): SigningKey | undefined {
  return state.keys.findLast((key) => key.personId === personId);
}

/** The pack by which the institution decides on this day, with the digest that was activated. */
export function packInForce(state: DirectoryState, on: CivilDate): { pack: PolicyPack; digest: string } | undefined {
  const active = state.packs.findLast((one) => one.from <= on);
  const pack = active === undefined ? undefined : packs[active.pack];
  return active === undefined || pack === undefined ? undefined : { pack, digest: active.digest };
}
