import type { Decider, Folded } from '@sillok/decider';
import type { AccessionRegistered } from '@sillok/schemas/events/archive/accession-registered';

/** A register of accessions holds nothing else, so its length is its counter (`accessions-<year>`). */
export interface AccessionsState {
  readonly count: number;
}

export interface RegisterAccession {
  readonly type: 'RegisterAccession';
  readonly transferId: string;
  readonly senderId: string;
  readonly year: number;
}

/** The command is named after the acceptance, so the journal answers a second one with the first one's number. */
export function decide(
  { transferId, senderId, year }: RegisterAccession,
  state: AccessionsState,
): readonly AccessionRegistered[] {
  const number = state.count + 1;
  const accession = `${year}-${String(number).padStart(4, '0')}`;
  return [{ type: 'archive.AccessionRegistered.v1', data: { transferId, senderId, year, number, accession } }];
}

export function evolve(state: AccessionsState, _event: Folded<AccessionRegistered>): AccessionsState {
  return { count: state.count + 1 };
}

export const accessionsDecider = { initialState: { count: 0 }, decide, evolve } satisfies Decider<
  RegisterAccession,
  AccessionRegistered,
  AccessionsState
>;

export function accessionsStream(year: number): string {
  return `accessions-${year}`;
}
