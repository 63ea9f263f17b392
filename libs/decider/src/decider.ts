import type { Refusal } from '@sillok/kernel';

/**
 * The whole of a stream's rules: what may happen (`decide`) and what it means (`evolve`). Both are pure; time comes
 * in with the command. A command that is satisfied already decides nothing: `[]`.
 */
export interface Decider<Command, Event extends AnyEvent, State> {
  readonly initialState: State;
  readonly decide: (command: Command, state: State) => readonly Event[] | Refusal;
  readonly evolve: (state: State, event: Folded<Event>) => State;
}

/** An event as `decide` proposes it. `sealed` holds personal or secret values that the journal encrypts. */
export interface AnyEvent {
  readonly type: string;
  readonly data: object;
  readonly sealed?: object;
}

/** An event as `evolve` sees it: sealed values may be gone for ever, so no fold ever sees one. */
export type Folded<Event extends AnyEvent> = Event extends AnyEvent ? Omit<Event, 'sealed'> : never;
