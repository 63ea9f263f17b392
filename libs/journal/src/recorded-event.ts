import type { Position } from '@sillok/event-store';
import type { Envelope } from '@sillok/schemas/vocabulary/envelope';

/** An event as it came back from the log: its data parsed, its sealed values still sealed in `envelope`. */
export interface RecordedEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  readonly envelope: Envelope;
  readonly bytes: Uint8Array;
  readonly position: Position;
}

/** The recorded form of an event of `decide`. */
export type Recorded<Event extends { type: string; data: object }> = Event extends { type: string; data: object }
  ? RecordedEvent<Event['type'], Event['data']>
  : never;
