import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id } from '../../vocabulary/primitives.ts';

/** An important matter was decided by proxy: the proxy must report to the absent principal afterwards. */
export const postReportRequired = defineEvent(
  'approval.PostReportRequired.v1',
  z.strictObject({ documentId: id, proxyId: id, principalId: id }),
);

export type PostReportRequired = EventOf<typeof postReportRequired>;
