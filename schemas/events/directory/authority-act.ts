import { z } from 'zod';
import { signedBy } from '../../statements/authority-statement.ts';

/** The data of an event that creates or ends authority: what it says, and who signed for it. */
export function authorityAct<Shape extends z.ZodRawShape>(said: Shape) {
  return z.strictObject({ ...said, signedBy });
}

/** The event before anybody signed for it. */
export type ActOf<Event> = Event extends { readonly data: infer Data }
  ? Omit<Event, 'data'> & { readonly data: Omit<Data, 'signedBy'> }
  : never;
