import type { Decider, Folded } from '@sillok/decider';
import type { PaperRegistered } from '@sillok/schemas/events/records/paper-registered';
import type { ReceiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import { type RegisterPaper, registerPaper } from './commands/register-paper.ts';
import { type RegisterReceipt, registerReceipt } from './commands/register-receipt.ts';
import { type RegisterRecord, registerRecord } from './commands/register-record.ts';
import type { RegisterState } from './state.ts';

type Registration = RecordRegistered | ReceiptRegistered | PaperRegistered;
export type RegisterCommand = RegisterRecord | RegisterReceipt | RegisterPaper;

/** The command is named after what is registered, so the journal answers a second one with the first one's number. */
export function decide(command: RegisterCommand, state: RegisterState): readonly Registration[] {
  switch (command.type) {
    case 'RegisterRecord':
      return registerRecord(command, state);
    case 'RegisterReceipt':
      return registerReceipt(command, state);
    case 'RegisterPaper':
      return registerPaper(command, state);
  }
}

export function evolve(state: RegisterState, _event: Folded<Registration>): RegisterState {
  return { count: state.count + 1 };
}

export const registerDecider = {
  initialState: { count: 0 },
  decide,
  evolve,
} satisfies Decider<RegisterCommand, Registration, RegisterState>;

export function registerStream(register: RecordRegistered['data']['register']): string {
  return `register-${register.scope}-${register.year}-${register.book}`;
}
