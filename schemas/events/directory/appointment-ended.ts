import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** `on` is the first day without the post. */
export const appointmentEnded = defineEvent(
  'directory.AppointmentEnded.v1',
  authorityAct({ appointmentId: id, on: civilDate }),
);

export type AppointmentEnded = EventOf<typeof appointmentEnded>;
