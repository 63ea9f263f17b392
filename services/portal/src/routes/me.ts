import { defineRoute } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { z } from 'zod';
import type { PortalOptions } from '../pages/portal-options.ts';

const meAnswer = z.strictObject({
  id: z.string(),
  institution: z.string(),
  roles: z.array(z.string()),
  name: z.string().optional(),
});

export function meRoute(options: PortalOptions) {
  return defineRoute({
    method: 'GET',
    url: '/me',
    operationId: 'whoAmI',
    summary: 'Who is signed in, with the roles held now',
    tag: 'portal',
    access: 'signed-in',
    response: meAnswer,
    async handle({ person }) {
      if (person === undefined) return refuse('not-signed-in');
      const name = await options.nameOf(person.id);
      return { ...person, roles: [...person.roles], ...(name === undefined ? {} : { name }) };
    },
  });
}
