import type { Folded } from '@sillok/decider';
import type { DisclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import type { RecordSealed } from '@sillok/schemas/events/records/record-sealed';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';

export type RecordEvent = RecordSealed | DisclosureReviewed;

export interface RecordState {
  readonly sealed: RecordSealed['data'] | undefined;
  /** As the last review left it; undefined while the class of the establishment holds. */
  readonly disclosure: Disclosure | undefined;
}

export const initialState: RecordState = { sealed: undefined, disclosure: undefined };

export function evolve(state: RecordState, event: Folded<RecordEvent>): RecordState {
  return event.type === 'records.RecordSealed.v1'
    ? { ...state, sealed: event.data }
    : { ...state, disclosure: event.data.to };
}
