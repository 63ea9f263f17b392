import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** `level` is one of the pack's levels of decision (장관, 차관, 실·국장, 과장, 담당). */
export const personAppointed = defineEvent(
  'directory.PersonAppointed.v1',
  authorityAct({
    appointmentId: id,
    personId: id,
    unitId: id,
    position: line,
    level: code,
    roles: z.array(code).max(20),
    from: civilDate,
  }),
);

export type PersonAppointed = EventOf<typeof personAppointed>;
