import { defineRoute, redirect } from '@sillok/http-service';
import { z } from 'zod';
import { type RelyingParty, transactionCookie } from '../sign-in/relying-party.ts';

export function signInRoute(relyingParty: RelyingParty) {
  return defineRoute({
    method: 'GET',
    url: '/sign-in',
    operationId: 'signIn',
    summary: 'Leads to the sign-in provider',
    tag: 'portal',
    access: 'public',
    query: z.strictObject({ to: z.string().max(2000).optional() }),
    response: 'page',
    async handle({ origin, query, language }) {
      const { location, transaction } = await relyingParty.begin(origin, query.to, language);
      return redirect(location, [transactionCookie(transaction)]);
    },
  });
}
