import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, id } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

export const sealRetired = defineEvent('directory.SealRetired.v1', authorityAct({ sealId: id, on: civilDate }));

export type SealRetired = EventOf<typeof sealRetired>;
