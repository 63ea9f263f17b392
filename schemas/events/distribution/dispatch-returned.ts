import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code } from '../../vocabulary/primitives.ts';
import { acknowledged } from './acknowledged.ts';

/** 반송: sent back there on a formal ground. */
export const dispatchReturned = defineEvent('distribution.DispatchReturned.v1', acknowledged.extend({ reason: code }));

export type DispatchReturned = EventOf<typeof dispatchReturned>;
