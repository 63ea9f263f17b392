import { SillokError } from '@sillok/kernel';
import type { EventToAppend } from './event-store.ts';

export const maxEventBytes = 64 * 1024;
export const maxAppendBytes = 512 * 1024;

/** What every adapter asks before it writes; the errors are those that `EventStore` names. */
export function checkAppend(stream: string, expectedRevision: number, events: readonly EventToAppend[]): void {
  if (!isText(stream)) throw new RangeError('a stream needs a name of well-formed text');
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < -1) {
    throw new RangeError(`${expectedRevision} is no revision to expect`);
  }
  if (events.length === 0)
    throw new RangeError('an append needs an event: a command that changes nothing appends nothing');
  for (const event of events) checkEvent(stream, event);
  const size = events.reduce((sum, event) => sum + event.bytes.byteLength, 0);
  if (size <= maxAppendBytes) return;
  const details = { stream, size, limit: maxAppendBytes };
  throw new SillokError('EVENT_STORE_APPEND_TOO_LARGE', `an append of ${size} bytes`, { details });
}

function checkEvent(stream: string, event: EventToAppend): void {
  if (![event.id, event.type].every(isText))
    throw new RangeError('an event needs an id and a type of well-formed text');
  if (!event.mac.isWellFormed()) throw new RangeError('a MAC is well-formed text');
  const size = event.bytes.byteLength;
  if (size <= maxEventBytes) return;
  const details = { stream, type: event.type, size, limit: maxEventBytes };
  throw new SillokError('EVENT_STORE_EVENT_TOO_LARGE', `an event of ${size} bytes`, { details });
}

// Lone surrogates would all be stored as the same replacement character, and two streams would become one.
function isText(text: string): boolean {
  return text !== '' && text.isWellFormed() && !text.includes('\0');
}
