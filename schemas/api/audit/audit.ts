import { z } from 'zod';
import { instant } from '../../vocabulary/primitives.ts';

export const eventParams = z.strictObject({ eventId: z.string().max(64) });
export const commandParams = z.strictObject({ commandId: z.string().max(64) });
export const exportQuery = z.strictObject({ size: z.coerce.number().int().min(1) });

/** `cosigned` is the newest that other institutions vouched for: the note with their lines, and their keys. */
export const checkpointAnswer = z.strictObject({
  size: z.int(),
  note: z.string(),
  verifierKey: z.string(),
  cosigned: z.strictObject({ size: z.int(), note: z.string(), witnessKeys: z.array(z.string()).readonly() }).optional(),
});

/** Everything that one request set in motion so far, in the order of the log. */
export const commandAnswer = z.strictObject({
  commandId: z.string(),
  events: z.array(z.strictObject({ id: z.string(), type: z.string(), stream: z.string(), at: instant })),
});
