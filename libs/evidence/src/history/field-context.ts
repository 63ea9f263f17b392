import type { FieldContext } from '@sillok/key-vault';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

/** Where a sealed value stands, as its envelope says it. */
export function fieldContextOf({ log, stream, id, type }: Envelope, field: string): FieldContext {
  return { log, stream, eventId: id, schema: type, field };
}
