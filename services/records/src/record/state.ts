import type { Folded } from '@sillok/decider';
import type { DisclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import type { HistoryClosed } from '@sillok/schemas/events/records/history-closed';
import type { HistoryReopened } from '@sillok/schemas/events/records/history-reopened';
import type { PassedToArchives } from '@sillok/schemas/events/records/passed-to-archives';
import type { RecordSealed } from '@sillok/schemas/events/records/record-sealed';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';

export type RecordEvent = RecordSealed | DisclosureReviewed | HistoryClosed | HistoryReopened | PassedToArchives;

export interface RecordState {
  readonly sealed: RecordSealed['data'] | undefined;
  /** As the last review left it; undefined while the class of the establishment holds. */
  readonly disclosure: Disclosure | undefined;
  /** The transfer for which nothing more is said of it; undefined while its history goes on. */
  readonly closedFor: string | undefined;
  readonly passed: PassedToArchives['data'] | undefined;
  /** How many events there are, so that a list of them that lacks the newest is seen. */
  readonly events: number;
}

export const initialState: RecordState = {
  sealed: undefined,
  disclosure: undefined,
  closedFor: undefined,
  passed: undefined,
  events: 0,
};

export function evolve(state: RecordState, event: Folded<RecordEvent>): RecordState {
  return { ...changed(state, event), events: state.events + 1 };
}

function changed(state: RecordState, event: Folded<RecordEvent>): RecordState {
  switch (event.type) {
    case 'records.RecordSealed.v1':
      return { ...state, sealed: event.data };
    case 'records.DisclosureReviewed.v1':
      return { ...state, disclosure: event.data.to };
    case 'records.HistoryClosed.v1':
      return { ...state, closedFor: event.data.transferId };
    case 'records.HistoryReopened.v1':
      return { ...state, closedFor: undefined };
    case 'records.PassedToArchives.v1':
      return { ...state, passed: event.data };
  }
}
