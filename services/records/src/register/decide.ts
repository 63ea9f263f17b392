import type { Decider, Folded } from '@sillok/decider';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';

/** A register holds nothing but registrations, so its length is its counter (`register-<scope>-<year>-<book>`). */
export interface RegisterState {
  readonly count: number;
}

/** Everything was pinned at establishment; there is no way to refuse a number to a document that is established. */
export interface RegisterRecord {
  readonly type: 'RegisterRecord';
  readonly record: Omit<RecordRegistered['data'], 'number' | 'display'>;
  readonly openingNumber: number;
  /** With blanks `{unit}`, `{institution}`, `{year}` filled and `{number}` left open. */
  readonly displayPattern: string;
  readonly title: string;
}

/** The command is named after the establishment, so the journal answers a second one with the first one's number. */
export function decide(command: RegisterRecord, state: RegisterState): readonly RecordRegistered[] {
  const number = command.openingNumber + state.count + 1;
  const display = command.displayPattern.replace('{number}', String(number));
  return [
    {
      type: 'records.RecordRegistered.v1',
      data: { ...command.record, number, display },
      sealed: { title: command.title },
    },
  ];
}

export function evolve(state: RegisterState, _event: Folded<RecordRegistered>): RegisterState {
  return { count: state.count + 1 };
}

export const registerDecider = {
  initialState: { count: 0 },
  decide,
  evolve,
} satisfies Decider<RegisterRecord, RecordRegistered, RegisterState>;

export function registerStream(register: RecordRegistered['data']['register']): string {
  return `register-${register.scope}-${register.year}-${register.book}`;
}
