import type { AnyEvent, Decider } from '@sillok/decider';
import type { EventStore, EventToAppend, Position } from '@sillok/event-store';
import { type Clock, canonicalBytes, hasCode, isRefusal, type Json, type Refusal, refuse } from '@sillok/kernel';
import { type KeyVault, macOf } from '@sillok/key-vault';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { Catalogue } from './catalogue.ts';
import { commandMacOf, nameBasedId } from './command-id.ts';
import type { RecordedEvent } from './recorded-event.ts';
import { openValues, sealValues } from './sealed-values.ts';
import { createMemories } from './stream-memories.ts';
import type { StreamMemory } from './stream-memory.ts';

export interface JournalOptions {
  readonly store: EventStore;
  readonly log: string;
  readonly service: string;
  readonly vault: KeyVault;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  /** Proves to the ledger that this service wrote the append. */
  readonly macKey: Uint8Array;
  /** Keys the digests of commands. */
  readonly commandKey: Uint8Array;
}

/** Who acts, and which request this is. `input` is what a retry must repeat exactly. */
export interface CommandContext {
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly input: Json;
}

export interface Outcome {
  readonly events: readonly RecordedEvent[];
  /** The command had been applied before; these are the events of then. */
  readonly repeated: boolean;
  readonly position: Position | undefined;
}

/** The one way for a service to write: load, answer the old result, decide, seal, append at precisely that revision. */
export interface Journal {
  execute<Command, Event extends AnyEvent, State>(
    decider: Decider<Command, Event, State>,
    stream: string,
    command: Command,
    context: CommandContext,
  ): Promise<Outcome | Refusal>;
  /** What this command did before, if it came before; lets a caller skip work that a retry must not repeat. */
  appliedBefore<Command, Event extends AnyEvent, State>(
    decider: Decider<Command, Event, State>,
    stream: string,
    context: CommandContext,
  ): Promise<Outcome | Refusal | undefined>;
  /**
   * How the command would be refused now, if it would: asked before what it needs is stored or signed, so that a
   * refusal leaves nothing behind. `execute` decides anew.
   */
  refusalOf<Command, Event extends AnyEvent, State>(
    decider: Decider<Command, Event, State>,
    stream: string,
    command: Command,
  ): Promise<Refusal | undefined>;
  /** The state of a stream of this service, for what must be checked before a command is made. */
  stateOf<Command, Event extends AnyEvent, State>(
    decider: Decider<Command, Event, State>,
    stream: string,
  ): Promise<State>;
  eventsOf(stream: string): Promise<readonly RecordedEvent[]>;
  /** The sealed values that can still be opened. */
  open(event: RecordedEvent): Promise<Record<string, unknown>>;
  readonly catalogue: Catalogue;
}

const attempts = 200;

export function createJournal(options: JournalOptions): Journal {
  const { store, catalogue } = options;
  const memoryOf = createMemories(store, catalogue);

  async function outcomeOf(stream: string, from: number, to: number, repeated: boolean): Promise<Outcome> {
    const events = await sliceOf(store, catalogue, stream, from, to);
    return { events, repeated, position: events.at(-1)?.position };
  }

  async function before(stream: string, memory: StreamMemory<unknown>, context: CommandContext, mac: string) {
    const applied = memory.commands.get(context.commandId);
    if (applied === undefined) return undefined;
    if (applied.mac !== mac) return refuse('idempotency-key-reused', 'Idempotency-Key');
    return outcomeOf(stream, applied.fromRevision, applied.toRevision, true);
  }

  async function executeOnce<Command, Event extends AnyEvent, State>(
    decider: Decider<Command, Event, State>,
    stream: string,
    command: Command,
    context: CommandContext,
  ): Promise<Outcome | Refusal> {
    const mac = commandMacOf(options.commandKey, context.input);
    const memory = await memoryOf(decider, stream);
    const done = await before(stream, memory, context, mac);
    if (done !== undefined) return done;
    const decision = decider.decide(command, memory.state);
    if (isRefusal(decision)) return decision;
    if (decision.length === 0) return { events: [], repeated: false, position: undefined };
    const now = options.clock.now();
    const behind = refuseGoingBack(now, memory);
    if (behind !== undefined) return behind;
    const events = await envelopesOf(options, stream, memory.revision, decision, { ...context, mac, now });
    const { revision } = await store.append(stream, memory.revision, events);
    return outcomeOf(stream, memory.revision + 1, revision, false);
  }

  return {
    catalogue,
    async appliedBefore(decider, stream, context) {
      return before(stream, await memoryOf(decider, stream), context, commandMacOf(options.commandKey, context.input));
    },
    async execute(decider, stream, command, context) {
      for (let attempt = 1; attempt < attempts; attempt += 1) {
        const outcome = await unlessOvertaken(() => executeOnce(decider, stream, command, context));
        if (outcome !== 'overtaken') return outcome;
      }
      return executeOnce(decider, stream, command, context);
    },
    async refusalOf(decider, stream, command) {
      const memory = await memoryOf(decider, stream);
      const decision = decider.decide(command, memory.state);
      return isRefusal(decision) ? decision : refuseGoingBack(options.clock.now(), memory);
    },
    async stateOf(decider, stream) {
      return (await memoryOf(decider, stream)).state;
    },
    eventsOf: (stream) => sliceOf(store, catalogue, stream, 0, Number.MAX_SAFE_INTEGER),
    open: (event) => openValues(options.vault, catalogue.definitionOf(event.type), event),
  };
}

function refuseGoingBack(now: string, { lastRecordedAt }: StreamMemory<unknown>): Refusal | undefined {
  return now < lastRecordedAt ? refuse('clock-goes-forward-only', undefined, { at: lastRecordedAt }) : undefined;
}

/** Another command was quicker: whether this one still holds is decided anew on what is there now. */
async function unlessOvertaken<Result>(attempt: () => Promise<Result>): Promise<Result | 'overtaken'> {
  try {
    return await attempt();
  } catch (error) {
    if (!hasCode(error, 'EVENT_STORE_WRONG_REVISION')) throw error;
    return 'overtaken';
  }
}

async function sliceOf(
  store: EventStore,
  catalogue: Catalogue,
  stream: string,
  from: number,
  to: number,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const stored of store.readStream(stream, from)) {
    if (stored.revision > to) break;
    events.push(catalogue.decode(stored));
  }
  return events;
}

type Stamp = CommandContext & { readonly mac: string; readonly now: string };

async function envelopesOf(
  options: JournalOptions,
  stream: string,
  lastRevision: number,
  events: readonly AnyEvent[],
  stamp: Stamp,
): Promise<readonly EventToAppend[]> {
  const made: EventToAppend[] = [];
  for (const [index, event] of events.entries()) {
    made.push(await envelopeOf(options, stream, lastRevision + 1 + index, event, stamp));
  }
  return made;
}

async function envelopeOf(
  options: JournalOptions,
  stream: string,
  revision: number,
  event: AnyEvent,
  stamp: Stamp,
): Promise<EventToAppend> {
  const definition = options.catalogue.definitionOf(event.type);
  if (!event.type.startsWith(`${options.service}.`))
    throw new TypeError(`${options.service} does not own ${event.type}`);
  const data: Record<string, unknown> = definition.data.parse(event.data);
  const id = nameBasedId('event', options.log, stream, String(revision), stamp.commandId);
  const place = { log: options.log, stream, eventId: id, type: event.type };
  const values: Readonly<Record<string, Json | undefined>> = { ...event.sealed };
  const sealed = await sealValues(options.vault, definition, place, data, values);
  const envelope: Envelope = {
    id,
    type: event.type,
    log: options.log,
    stream,
    revision,
    recordedAt: stamp.now,
    actor: stamp.actor,
    ...(stamp.onBehalfOf === undefined ? {} : { onBehalfOf: stamp.onBehalfOf }),
    commandId: stamp.commandId,
    commandMac: stamp.mac,
    correlationId: stamp.correlationId,
    causationId: stamp.causationId,
    data,
    ...(sealed === undefined ? {} : { sealed }),
  };
  // zod parsed the data from JSON-shaped input, so the envelope is JSON.
  const bytes = canonicalBytes(envelope as unknown as Json);
  return { id, type: event.type, bytes, mac: macOf(options.macKey, bytes) };
}
