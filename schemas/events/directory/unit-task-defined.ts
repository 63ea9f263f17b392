import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** A unit task (단위과제), the lowest function: it classifies records and carries their retention. */
export const unitTaskDefined = defineEvent(
  'directory.UnitTaskDefined.v1',
  authorityAct({
    unitTaskId: id,
    code,
    name: line,
    unitId: id,
    functionPath: z.array(line).max(6),
    /** One of the pack's retention periods. */
    retention: code,
    from: civilDate,
  }),
);

export type UnitTaskDefined = EventOf<typeof unitTaskDefined>;
