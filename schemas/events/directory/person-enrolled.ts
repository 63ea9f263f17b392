import { z } from 'zod';
import { defineEvent, type EventOf, sealedBy } from '../../vocabulary/event-definition.ts';
import { id, line } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

/** `subject` is the identity provider's opaque name for the person. */
export const personEnrolled = defineEvent(
  'directory.PersonEnrolled.v1',
  authorityAct({ personId: id, subject: z.string().max(255) }),
  { name: sealedBy('person', line) },
);

export type PersonEnrolled = EventOf<typeof personEnrolled>;
