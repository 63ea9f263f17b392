import type { AnyEvent, Decider, Folded } from '@sillok/decider';
import type { EventStore } from '@sillok/event-store';
import type { Catalogue } from './catalogue.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** What a stream remembers besides its state: the commands it applied, which makes a retry harmless. */
export interface StreamMemory<State> {
  readonly state: State;
  readonly revision: number;
  readonly lastRecordedAt: string;
  /** Grows in place: a register's memory would be too long to copy, and catching up twice writes the same twice. */
  readonly commands: Map<string, AppliedCommand>;
}

export interface AppliedCommand {
  readonly mac: string;
  readonly fromRevision: number;
  readonly toRevision: number;
}

export function emptyMemory<State>(state: State): StreamMemory<State> {
  return { state, revision: -1, lastRecordedAt: '', commands: new Map() };
}

/** Brings a memory up to the stream's end. */
export async function catchUp<Command, Event extends AnyEvent, State>(
  store: EventStore,
  catalogue: Catalogue,
  stream: string,
  decider: Decider<Command, Event, State>,
  memory: StreamMemory<State>,
): Promise<StreamMemory<State>> {
  let { state, revision, lastRecordedAt } = memory;
  const { commands } = memory;
  for await (const stored of store.readStream(stream, memory.revision + 1)) {
    const event = catalogue.decode(stored);
    state = decider.evolve(state, foldedOf<Event>(event));
    revision = stored.revision;
    lastRecordedAt = event.envelope.recordedAt;
    remember(commands, event, stored.revision);
  }
  return { state, revision, lastRecordedAt, commands };
}

function remember(commands: Map<string, AppliedCommand>, event: RecordedEvent, revision: number): void {
  const { commandId, commandMac } = event.envelope;
  const known = commands.get(commandId);
  // A slower reader comes later with less: what the quicker one wrote down must not shrink.
  const toRevision = Math.max(known?.toRevision ?? revision, revision);
  commands.set(commandId, { mac: commandMac, fromRevision: known?.fromRevision ?? revision, toRevision });
}

// The catalogue parsed the event by the schema of its type, which is what the decider's union is made of.
function foldedOf<Event extends AnyEvent>(event: RecordedEvent): Folded<Event> {
  return { type: event.type, data: event.data } as unknown as Folded<Event>;
}
