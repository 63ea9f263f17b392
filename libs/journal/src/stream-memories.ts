import type { AnyEvent, Decider } from '@sillok/decider';
import type { EventStore } from '@sillok/event-store';
import type { Catalogue } from './catalogue.ts';
import { catchUp, emptyMemory, type StreamMemory } from './stream-memory.ts';

/** Brought up to the stream's end at each asking. */
export type MemoryOf = <Command, Event extends AnyEvent, State>(
  decider: Decider<Command, Event, State>,
  stream: string,
) => Promise<StreamMemory<State>>;

const remembered = 2_000;

/** The memories of the streams that were used last; any other is read again from its beginning. */
export function createMemories(store: EventStore, catalogue: Catalogue): MemoryOf {
  const memories = new Map<string, StreamMemory<unknown>>();
  return async <Command, Event extends AnyEvent, State>(decider: Decider<Command, Event, State>, stream: string) => {
    // A stream has one decider, so what was remembered under its name has that decider's state.
    const known = (memories.get(stream) as StreamMemory<State> | undefined) ?? emptyMemory(decider.initialState);
    const memory = await catchUp(store, catalogue, stream, decider, known);
    memories.delete(stream);
    // A stream that is not there has nothing to remember; asking for made-up ids must not push real ones out.
    if (memory.revision >= 0) memories.set(stream, memory);
    const oldest = memories.keys().next();
    if (memories.size > remembered && oldest.done === false) memories.delete(oldest.value);
    return memory;
  };
}
