import type { Decider, Folded } from '@sillok/decider';
import type { ReceiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import { type RegisterReceipt, registerReceipt } from './commands/register-receipt.ts';
import { type RegisterRecord, registerRecord } from './commands/register-record.ts';
import type { RegisterState } from './state.ts';

type Registration = RecordRegistered | ReceiptRegistered;

/** The command is named after what is registered, so the journal answers a second one with the first one's number. */
export function decide(command: RegisterRecord | RegisterReceipt, state: RegisterState): readonly Registration[] {
  return command.type === 'RegisterRecord' ? registerRecord(command, state) : registerReceipt(command, state);
}

export function evolve(state: RegisterState, _event: Folded<Registration>): RegisterState {
  return { count: state.count + 1 };
}

export const registerDecider = {
  initialState: { count: 0 },
  decide,
  evolve,
} satisfies Decider<RegisterRecord | RegisterReceipt, Registration, RegisterState>;

export function registerStream(register: RecordRegistered['data']['register']): string {
  return `register-${register.scope}-${register.year}-${register.book}`;
}
