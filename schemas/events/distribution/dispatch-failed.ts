import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code } from '../../vocabulary/primitives.ts';
import { acknowledged } from './acknowledged.ts';

/** 오류: refused there, with a code of the closed list. */
export const dispatchFailed = defineEvent('distribution.DispatchFailed.v1', acknowledged.extend({ reason: code }));

export type DispatchFailed = EventOf<typeof dispatchFailed>;
