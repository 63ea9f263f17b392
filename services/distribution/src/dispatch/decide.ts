import type { Decider } from '@sillok/decider';
import type { Refusal } from '@sillok/kernel';
import { type AffixSeal, affixSeal } from './commands/affix-seal.ts';
import { type PrepareDispatch, prepareDispatch } from './commands/prepare-dispatch.ts';
import { type RecordAcknowledgement, recordAcknowledgement } from './commands/record-acknowledgement.ts';
import { type RecordDelivery, recordDelivery } from './commands/record-delivery.ts';
import { type RecordDispatch, recordDispatch } from './commands/record-dispatch.ts';
import { type ReviewDispatch, reviewDispatch } from './commands/review-dispatch.ts';
import type { DispatchEvent } from './dispatch-event.ts';
import { type DispatchState, evolve, initialState } from './state.ts';

export type DispatchCommand =
  | PrepareDispatch
  | ReviewDispatch
  | AffixSeal
  | RecordDispatch
  | RecordDelivery
  | RecordAcknowledgement;

export function decide(command: DispatchCommand, state: DispatchState): readonly DispatchEvent[] | Refusal {
  switch (command.type) {
    case 'PrepareDispatch':
      return prepareDispatch(command, state);
    case 'ReviewDispatch':
      return reviewDispatch(command, state);
    case 'AffixSeal':
      return affixSeal(command, state);
    case 'RecordDispatch':
      return recordDispatch(command, state);
    case 'RecordDelivery':
      return recordDelivery(command, state);
    case 'RecordAcknowledgement':
      return recordAcknowledgement(command, state);
  }
}

export const dispatchDecider = { initialState, decide, evolve } satisfies Decider<
  DispatchCommand,
  DispatchEvent,
  DispatchState
>;

export function dispatchStream(dispatchId: string): string {
  return `dispatch-${dispatchId}`;
}
