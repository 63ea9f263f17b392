import { languageOf, pageHeaders } from '@sillok/http-service';
import type { Configuration } from 'oidc-provider';
import type { DemoPerson } from '../demo-person.ts';
import { signInFailedPage } from './choose-person-page.ts';
import type { IdentityProviderOptions } from './identity-provider-options.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import type { ProviderKeys } from './provider-keys.ts';

const hour = 60 * 60;

/** Authorization code with PKCE only; one's own sign-in page; what a portal needs to know is in the ID token. */
export function providerConfiguration(options: IdentityProviderOptions, keys: ProviderKeys): Configuration {
  return {
    adapter: createMemoryAdapter(() => Date.now()),
    clients: options.clients.map((client) => ({
      client_id: client.institution.id,
      client_secret: client.secret,
      client_name: client.institution.name,
      redirect_uris: [client.redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [{ ...keys.signing, use: 'sig', alg: 'ES256' }] },
    cookies: { keys: [keys.cookie], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name', 'institution', 'locale'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 8 * hour,
      IdToken: hour,
      Interaction: hour,
      Session: 8 * hour,
    },
    findAccount: (_ctx, id) => accountOf(options.people.find((person) => person.id === id)),
    loadExistingGrant: async (ctx) => {
      const { oidc } = ctx;
      const clientId = oidc.client?.clientId;
      const accountId = oidc.session?.accountId;
      if (clientId === undefined || accountId === undefined) return undefined;
      // The institutions belong to the same country: nobody is asked whether they may know who signs in.
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      const language = languageOf(['en', 'ko'], undefined, ctx.get('accept-language'));
      ctx.set(pageHeaders);
      ctx.type = 'html';
      ctx.body = signInFailedPage(out.error, language);
    },
  };
}

function accountOf(person: DemoPerson | undefined) {
  if (person === undefined) return undefined;
  const { id, name, institution, language } = person;
  return { accountId: id, claims: () => ({ sub: id, name, institution, locale: language }) };
}
