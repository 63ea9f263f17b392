import type { StoredEvent } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';
import { type Envelope, envelopeSchema } from '@sillok/schemas/vocabulary/envelope';
import type { EventDefinition } from '@sillok/schemas/vocabulary/event-definition';
import type { RecordedEvent } from './recorded-event.ts';

/** The event types that a reader knows. */
export interface Catalogue {
  knows(type: string): boolean;
  definitionOf(type: string): EventDefinition;
  /**
   * Parses a stored event, bringing older shapes up to date. Throws EVENT_VERSION_UNKNOWN for a version of a known
   * event that this program is too old for: a reader that guesses would be worse than one that halts. Throws
   * EVENT_MALFORMED for bytes that are no envelope, that stand where they do not belong, or whose data has no shape.
   */
  decode(stored: StoredEvent): RecordedEvent;
}

export function createCatalogue(definitions: readonly EventDefinition[]): Catalogue {
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));
  const older = new Map(definitions.flatMap((one) => Object.keys(one.upcasters ?? {}).map((type) => [type, one])));
  const find = (type: string) => byType.get(type) ?? older.get(type);

  function definitionOf(type: string): EventDefinition {
    const definition = find(type);
    if (definition !== undefined) return definition;
    throw new SillokError('EVENT_VERSION_UNKNOWN', `no schema for ${type}`, { details: { type } });
  }

  return {
    knows: (type) => find(type) !== undefined,
    definitionOf,
    decode(stored) {
      const definition = definitionOf(stored.type);
      try {
        return decodeAs(definition, stored);
      } catch (cause) {
        throw malformed(stored, cause);
      }
    },
  };
}

function decodeAs(definition: EventDefinition, stored: StoredEvent): RecordedEvent {
  const envelope = parseEnvelope(stored.bytes);
  assertInPlace(envelope, stored);
  const upcast = definition.upcasters?.[stored.type];
  const data = definition.data.parse(upcast === undefined ? envelope.data : upcast(envelope.data));
  return { type: definition.type, data, envelope, bytes: stored.bytes, position: stored.position };
}

function parseEnvelope(bytes: Uint8Array): Envelope {
  return envelopeSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

// Readers ask by the place, the ledger hashes the bytes: both must say the same.
function assertInPlace({ id, type, stream, revision }: Envelope, stored: StoredEvent): void {
  const isInPlace =
    id === stored.id && type === stored.type && stream === stored.stream && revision === stored.revision;
  if (!isInPlace) throw new RangeError(`its bytes say ${type} at ${stream}/${revision}`);
}

function malformed(stored: StoredEvent, cause: unknown): SillokError {
  const details = { type: stored.type, stream: stored.stream, revision: stored.revision };
  return new SillokError('EVENT_MALFORMED', `${stored.type} at ${stored.stream}/${stored.revision}`, {
    details,
    cause,
  });
}
