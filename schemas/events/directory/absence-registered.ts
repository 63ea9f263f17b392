import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, instant } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** Deputies (직무대리) in the order in which they stand in. */
export const absenceRegistered = defineEvent(
  'directory.AbsenceRegistered.v1',
  authorityAct({
    absenceId: id,
    personId: id,
    from: instant,
    until: instant,
    deputyIds: z.array(id).min(1).max(10),
  }),
);

export type AbsenceRegistered = EventOf<typeof absenceRegistered>;
