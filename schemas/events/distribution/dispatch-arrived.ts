import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { acknowledged } from './acknowledged.ts';

/** 도달: it is in the system of the addressee; from then on it has effect (ADM 6②). */
export const dispatchArrived = defineEvent('distribution.DispatchArrived.v1', acknowledged);

export type DispatchArrived = EventOf<typeof dispatchArrived>;
