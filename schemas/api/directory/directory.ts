import { z } from 'zod';
import { civilDate, code, id, instant } from '../../vocabulary/primitives.ts';
import { signatureGiven, toBeSigned } from '../signing.ts';

export const institutionAnswer = z.strictObject({
  institutionId: code,
  code,
  name: z.string(),
  language: z.string(),
  timeZone: z.string(),
  mode: z.enum(['demo', 'production']),
  now: instant,
  today: civilDate,
  policyPack: z.strictObject({ id: code, digest: z.string() }).nullable(),
});

export const peopleAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      personId: id,
      name: z.string().nullable(),
      posts: z.array(
        z.strictObject({ appointmentId: id, unitId: id, position: z.string(), level: code, roles: z.array(code) }),
      ),
      absent: z.boolean(),
    }),
  ),
});

export const unitsAnswer = z.strictObject({
  items: z.array(z.strictObject({ unitId: id, code, name: z.string(), parentId: id.optional() })),
});

export const unitTasksAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      unitTaskId: id,
      code,
      name: z.string(),
      unitId: id,
      retention: code,
      matters: z.array(z.strictObject({ matter: code, level: code })),
    }),
  ),
});

export const absenceOrder = z.strictObject({
  from: instant,
  until: instant,
  deputyIds: z.array(id).min(1).max(10),
});
/** The statement's id becomes the id of the absence. */
export const absenceStatementAnswer = z.strictObject({ statementId: id, ...toBeSigned });
export const absenceRegistration = z.strictObject({ statementId: id, ...signatureGiven });
export const absenceAnswer = z.strictObject({ absenceId: id });
