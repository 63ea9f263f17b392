import { randomUUID } from 'node:crypto';
import type { BinaryEventData, RecordedEvent, ResolvedEvent } from '@eventstore/db-client';
import { binaryEvent } from '@eventstore/db-client';
import { SillokError } from '@sillok/kernel';
import type { EventToAppend, StoredEvent } from '../event-store.ts';
import { positionOf } from './esdb-positions.ts';

/**
 * The server's own ids are made anew for each append: so its answer to an append that it saw before concerns nothing
 * but our own tries, and a read tells ours from another's. What we call the id travels beside, with the MAC.
 */
export function proposedEvent(event: EventToAppend): BinaryEventData {
  const { id, type, mac, bytes } = event;
  return binaryEvent({ id: randomUUID(), type, data: new Uint8Array(bytes), metadata: { id, mac } });
}

/** Throws DATA_FOLDER_DAMAGED for an event that no `proposedEvent` became. */
export function storedEvent(log: string, { event }: ResolvedEvent): StoredEvent {
  if (event === undefined) throw notOurs('an event that a link names is gone');
  const { id, mac } = metadataOf(event);
  if (!(event.data instanceof Uint8Array) || event.position === undefined) throw notOurs(`of ${event.streamId}`);
  return {
    position: positionOf(event.position),
    stream: event.streamId.slice(log.length + 1),
    revision: Number(event.revision),
    id,
    type: event.type,
    mac,
    bytes: new Uint8Array(event.data),
  };
}

function metadataOf({ metadata, streamId }: RecordedEvent): { readonly id: string; readonly mac: string } {
  if (typeof metadata !== 'object' || !('id' in metadata) || !('mac' in metadata)) throw notOurs(`of ${streamId}`);
  const { id, mac } = metadata;
  if (typeof id !== 'string' || typeof mac !== 'string') throw notOurs(`of ${streamId}`);
  return { id, mac };
}

function notOurs(which: string): SillokError {
  return new SillokError('DATA_FOLDER_DAMAGED', `an event is stored in a form that was never written: ${which}`);
}
