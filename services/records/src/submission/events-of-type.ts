import type { RecordedEvent } from '@sillok/journal';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';
import type { z } from 'zod';

export interface TypedEvent<Data> {
  readonly envelope: Envelope;
  readonly data: Data;
}

interface Definition<Data extends z.ZodObject> {
  readonly type: string;
  readonly data: Data;
}

/** The events of one type, in the order of the log. */
export function eventsOfType<Data extends z.ZodObject>(
  events: readonly RecordedEvent[],
  { type, data }: Definition<Data>,
): readonly TypedEvent<z.output<Data>>[] {
  return events
    .filter((event) => event.type === type)
    .map((event) => ({ envelope: event.envelope, data: data.parse(event.data) }));
}

export function lastOfType<Data extends z.ZodObject>(
  events: readonly RecordedEvent[],
  definition: Definition<Data>,
): TypedEvent<z.output<Data>> | undefined {
  return eventsOfType(events, definition).at(-1);
}
