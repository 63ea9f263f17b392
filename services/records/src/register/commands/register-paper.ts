import type { PaperRegistered } from '@sillok/schemas/events/records/paper-registered';
import { type Numbering, nextNumber, type RegisterState } from '../state.ts';

/** A letter on paper is numbered with the other receipts, and as little as they can it be refused. */
export interface RegisterPaper extends Numbering {
  readonly type: 'RegisterPaper';
  readonly paper: Omit<PaperRegistered['data'], 'number' | 'display'>;
  readonly title: string;
}

export function registerPaper(command: RegisterPaper, state: RegisterState): readonly PaperRegistered[] {
  return [
    {
      type: 'records.PaperRegistered.v1',
      data: { ...command.paper, ...nextNumber(command, state) },
      sealed: { title: command.title },
    },
  ];
}
