export type {
  AppendResult,
  EventFilter,
  EventStore,
  EventToAppend,
  Position,
  StoredEvent,
  SubscribeOptions,
  SubscriptionMessage,
} from './event-store.ts';
export { matchesFilter } from './filter.ts';
export { maxAppendBytes, maxEventBytes } from './limits.ts';
export { comparePositions } from './positions.ts';
