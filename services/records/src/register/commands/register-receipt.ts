import type { ReceiptRegistered } from '@sillok/schemas/events/records/receipt-registered';
import { type Numbering, nextNumber, type RegisterState } from '../state.ts';

/** The receipt was the act; a number cannot be refused to it either. */
export interface RegisterReceipt extends Numbering {
  readonly type: 'RegisterReceipt';
  readonly receipt: Omit<ReceiptRegistered['data'], 'number' | 'display'>;
  readonly title: string;
}

export function registerReceipt(command: RegisterReceipt, state: RegisterState): readonly ReceiptRegistered[] {
  return [
    {
      type: 'records.ReceiptRegistered.v1',
      data: { ...command.receipt, ...nextNumber(command, state) },
      sealed: { title: command.title },
    },
  ];
}
