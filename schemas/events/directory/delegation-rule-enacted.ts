import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { civilDate, code, id } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** One line of the delegation table (위임전결): this matter of this unit task is decided at this level. */
export const delegationRuleEnacted = defineEvent(
  'directory.DelegationRuleEnacted.v1',
  authorityAct({
    ruleId: id,
    unitTaskId: id,
    matter: code,
    level: code,
    /** Units whose work the matter touches: their heads must concur (협조). */
    concurringUnitIds: z.array(id).max(10),
    from: civilDate,
  }),
);

export type DelegationRuleEnacted = EventOf<typeof delegationRuleEnacted>;
