import { z } from 'zod';
import { defineEvent, type EventOf } from '../../vocabulary/event-definition.ts';
import { code, language, line } from '../../vocabulary/primitives.ts';
import { authorityAct } from './authority-act.ts';

export const institutionFounded = defineEvent(
  'directory.InstitutionFounded.v1',
  authorityAct({
    institutionId: code,
    code,
    /** Names of institutions, units and posts are public. */
    name: line,
    language,
    timeZone: z.string(),
    mode: z.enum(['demo', 'production']),
    contact: z.strictObject({
      postcode: z.string(),
      address: z.string(),
      homepage: z.string().optional(),
      telephone: z.string(),
      fax: z.string().optional(),
      email: z.string(),
    }),
  }),
);

export type InstitutionFounded = EventOf<typeof institutionFounded>;
