import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id, line } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

export const unitEstablished = defineEvent(
  'directory.UnitEstablished.v1',
  authorityAct({ unitId: id, code, name: line, parentId: id.optional(), from: civilDate }),
);

export type UnitEstablished = EventOf<typeof unitEstablished>;
