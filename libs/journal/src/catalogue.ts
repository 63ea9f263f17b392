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

  return {
    knows: (type) => find(type) !== undefined,
    definitionOf(type) {
      const definition = find(type);
      if (definition !== undefined) return definition;
      throw new SillokError('EVENT_VERSION_UNKNOWN', `no schema for ${type}`, { details: { type } });
    },
    decode(stored) {
      const definition = this.definitionOf(stored.type);
      const envelope = envelopeOf(stored);
      const upcast = definition.upcasters?.[stored.type];
      const data = definition.data.safeParse(upcast === undefined ? envelope.data : upcast(envelope.data));
      if (!data.success) throw malformed(stored, data.error);
      return { type: definition.type, data: data.data, envelope, bytes: stored.bytes, position: stored.position };
    },
  };
}

/** The place where an envelope is stored must be the one that it names: readers ask by place, ledgers hash the bytes. */
function envelopeOf(stored: StoredEvent): Envelope {
  let envelope: Envelope;
  try {
    envelope = parseEnvelope(stored.bytes);
  } catch (cause) {
    throw malformed(stored, cause);
  }
  const { id, type, stream, revision } = envelope;
  if (id === stored.id && type === stored.type && stream === stored.stream && revision === stored.revision)
    return envelope;
  throw malformed(stored, new Error(`its bytes say ${type} at ${stream}/${revision}`));
}

export function parseEnvelope(bytes: Uint8Array): Envelope {
  return envelopeSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

function malformed(stored: StoredEvent, cause: unknown): SillokError {
  const details = { type: stored.type, stream: stored.stream, revision: stored.revision };
  return new SillokError('EVENT_MALFORMED', `${stored.type} at ${stored.stream}/${stored.revision}`, {
    details,
    cause,
  });
}
