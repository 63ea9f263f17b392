import type { Decider, Folded } from '@sillok/decider';
import type { DispatchSequenced } from '@sillok/schemas/events/distribution/dispatch-sequenced';

/** All that goes to one institution, in order: the stream's length is the counter (`outbox-<recipientId>`). */
export interface OutboxState {
  readonly count: number;
}

export interface SequenceDispatch {
  readonly type: 'SequenceDispatch';
  readonly dispatch: Omit<DispatchSequenced['data'], 'sequence'>;
}

/** The command is named after the sealing order, so the journal answers a second one with the first one's place. */
export function decide({ dispatch }: SequenceDispatch, state: OutboxState): readonly DispatchSequenced[] {
  return [{ type: 'distribution.DispatchSequenced.v1', data: { ...dispatch, sequence: state.count + 1 } }];
}

export function evolve(state: OutboxState, _event: Folded<DispatchSequenced>): OutboxState {
  return { count: state.count + 1 };
}

export const outboxDecider = { initialState: { count: 0 }, decide, evolve } satisfies Decider<
  SequenceDispatch,
  DispatchSequenced,
  OutboxState
>;

export function outboxStream(recipientId: string): string {
  return `outbox-${recipientId}`;
}
