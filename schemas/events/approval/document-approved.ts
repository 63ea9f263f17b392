import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { approvalMode } from '../../vocabulary/line.ts';
import { stepAct, stepActSealed } from './step-act.ts';

/** 결재, 전결 or 대결. Always followed by `DocumentEstablished` in the same append. */
export const documentApproved = defineEvent(
  'approval.DocumentApproved.v1',
  stepAct.extend({ mode: approvalMode }),
  stepActSealed,
);

export type DocumentApproved = EventOf<typeof documentApproved>;
