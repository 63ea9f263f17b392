import { isRefusal, type Refusal } from '@sillok/kernel';
import type { AnyEvent, Decider, Folded } from './decider.ts';

/** `given(events).when(command)` answers what the decider decides: for specifications of a decider. */
export function specificationOf<Command, Event extends AnyEvent, State>(decider: Decider<Command, Event, State>) {
  return {
    given: (...events: readonly Folded<Event>[]) => ({
      when(command: Command): readonly Event[] | Refusal {
        return decider.decide(command, fold(decider, events));
      },
    }),
  };
}

export function fold<Command, Event extends AnyEvent, State>(
  decider: Decider<Command, Event, State>,
  events: readonly Folded<Event>[],
  from: State = decider.initialState,
): State {
  return events.reduce((state, event) => decider.evolve(state, event), from);
}

export function eventsOf<Event>(decision: readonly Event[] | Refusal): readonly Event[] {
  if (isRefusal(decision)) throw new Error(`refused: ${decision.refused} ${decision.field ?? ''}`);
  return decision;
}
