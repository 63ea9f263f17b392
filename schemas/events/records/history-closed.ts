import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { id, sha256 } from '../../vocabulary/primitives.ts';

/** The history of the record ends here for a transfer: every stream in which something was said of it, how many events of each, and the last of them with its leaf (RFC 6962), so that nothing can be left out of a proof. `whole` where the stream is of this record alone. */
export const historyClosed = defineEvent(
  'records.HistoryClosed.v1',
  z.strictObject({
    documentId: id,
    transferId: id,
    streams: z
      .array(
        z.strictObject({
          stream: z.string(),
          whole: z.boolean(),
          events: z.int().min(1),
          revision: z.int().nonnegative(),
          leaf: sha256,
        }),
      )
      .min(1)
      .max(300),
  }),
);

export type HistoryClosed = EventOf<typeof historyClosed>;
