import type { CirculationRead } from '@sillok/schemas/events/distribution/circulation-read';
import type { CirculationState } from '../state.ts';

export interface RecordReading {
  readonly type: 'RecordReading';
  readonly documentId: string;
  /** Who opened the content: nobody can say this for somebody else. */
  readonly personId: string;
}

/** Once a reader; whoever was not asked to read leaves no mark here. */
export function recordReading(
  { documentId, personId }: RecordReading,
  state: CirculationState,
): readonly CirculationRead[] {
  if (!state.readers.includes(personId) || state.read.includes(personId)) return [];
  return [{ type: 'distribution.CirculationRead.v1', data: { documentId, personId } }];
}
