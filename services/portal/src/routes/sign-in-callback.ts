import { defineRoute, redirect } from '@sillok/http-service';
import { refuse } from '@sillok/kernel';
import { z } from 'zod';
import type { PortalOptions } from '../pages/portal-options.ts';
import { callbackPath, type RelyingParty, transactionCookieName } from '../sign-in/relying-party.ts';

export function signInCallbackRoute(options: PortalOptions, relyingParty: RelyingParty) {
  const { institution, sessions, clock } = options;
  return defineRoute({
    method: 'GET',
    url: callbackPath,
    operationId: 'signInCallback',
    summary: 'Takes the answer of the sign-in provider',
    tag: 'portal',
    access: 'public',
    // The provider may add members (RFC 6749 §4.1.2).
    query: z.looseObject({}),
    response: 'page',
    async handle({ cookies, origin, target }) {
      const transaction = cookies[transactionCookieName];
      if (transaction === undefined) return refuse('not-signed-in');
      const person = await relyingParty.finish(new URL(target, origin), transaction);
      if (person === undefined) return refuse('not-signed-in');
      if (person.institution !== institution.id) return refuse('not-permitted');
      const session = { personId: person.personId, institution: institution.id, authenticatedAt: clock.now() };
      return redirect(person.returnTo, [await sessions.start(session), { name: transactionCookieName }]);
    },
  });
}
