import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { acknowledged } from './acknowledged.ts';

/** 수신: read there, and given to a unit. */
export const dispatchReceived = defineEvent('distribution.DispatchReceived.v1', acknowledged);

export type DispatchReceived = EventOf<typeof dispatchReceived>;
