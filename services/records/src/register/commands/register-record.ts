import type { RecordRegistered } from '@sillok/schemas/events/records/record-registered';
import { type Numbering, nextNumber, type RegisterState } from '../state.ts';

/** Everything was pinned at establishment; there is no way to refuse a number to a document that is established. */
export interface RegisterRecord extends Numbering {
  readonly type: 'RegisterRecord';
  readonly record: Omit<RecordRegistered['data'], 'number' | 'display'>;
  readonly title: string;
}

export function registerRecord(command: RegisterRecord, state: RegisterState): readonly RecordRegistered[] {
  return [
    {
      type: 'records.RecordRegistered.v1',
      data: { ...command.record, ...nextNumber(command, state) },
      sealed: { title: command.title },
    },
  ];
}
