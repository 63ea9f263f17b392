import type { StoredEvent } from '@sillok/event-store';
import { SillokError } from '@sillok/kernel';
import { isMacOf } from '@sillok/key-vault';

/** The key of the service that owns the stream; `undefined` where nobody does. */
export type MacKeyOf = (stream: string) => Uint8Array | undefined;

/**
 * Throws LEDGER_FOREIGN_APPEND unless the owner of the stream wrote these bytes for this very place. A MAC alone would
 * let a true event be appended once more somewhere else.
 */
export function assertOwnAppend(event: StoredEvent, macKeyOf: MacKeyOf): void {
  const key = macKeyOf(event.stream);
  if (key === undefined || !isMacOf(key, event.bytes, event.mac)) throw foreign(event, 'without the MAC of its owner');
  const { id, type, stream, revision } = envelopeIn(event.bytes);
  const isInPlace = stream === event.stream && revision === event.revision;
  if (!isInPlace || id !== event.id || type !== event.type) throw foreign(event, 'away from the place it was made for');
}

type Envelope = Readonly<Record<'id' | 'type' | 'stream' | 'revision', unknown>>;

function envelopeIn(bytes: Uint8Array): Partial<Envelope> {
  try {
    return Object(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return {};
  }
}

function foreign({ id, stream, revision }: StoredEvent, how: string): SillokError {
  return new SillokError('LEDGER_FOREIGN_APPEND', `event ${id} was appended to ${stream}/${revision} ${how}`, {
    details: { event: id, stream, revision },
  });
}
