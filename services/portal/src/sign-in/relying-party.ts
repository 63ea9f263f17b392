import type { Sessions } from '@sillok/http-service';
import { SillokError } from '@sillok/kernel';
import * as openid from 'openid-client';
import { z } from 'zod';
import { localPath } from './local-path.ts';

/** How an institution knows its provider (OpenID Connect Core 1.0, authorization code with PKCE). */
export interface SignInOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the provider is reached; by default the system's own `fetch`, and then only over https. */
  readonly fetch?: openid.CustomFetch;
}

const transactionSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
type Transaction = z.infer<typeof transactionSchema>;

const transactionSeconds = 600;

export interface RelyingParty {
  /** Where to send the browser, and the sealed transaction that it must bring back. */
  begin(
    origin: string,
    returnTo: string | undefined,
    language: string,
  ): Promise<{ location: string; transaction: string }>;
  /** Who came back, or nothing when the answer does not belong to the transaction. */
  finish(
    url: URL,
    transaction: string,
  ): Promise<{ personId: string; institution: string; returnTo: string } | undefined>;
}

export const transactionCookieName = '__Host-sillok-sign-in';
export const callbackPath = '/sign-in/callback';
export const transactionCookie = (value: string) => ({
  name: transactionCookieName,
  value,
  seconds: transactionSeconds,
});

export function createRelyingParty(options: SignInOptions, sessions: Sessions): RelyingParty {
  const sealer = sessions.sealerFor('sign-in', transactionSeconds, transactionSchema);
  let known: Promise<openid.Configuration> | undefined;
  const configuration = () => {
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async begin(origin, returnTo, language) {
      const transaction = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        returnTo: localPath(returnTo),
      };
      const location = await authorizationUrl(await configuration(), transaction, origin, language);
      return { location, transaction: await sealer.seal(transaction) };
    },
    async finish(url, sealed) {
      const transaction = await sealer.open(sealed);
      if (transaction === undefined) return undefined;
      const person = await redeem(await configuration(), url, transaction);
      return person === undefined ? undefined : { ...person, returnTo: transaction.returnTo };
    },
  };
}

async function discover(options: SignInOptions): Promise<openid.Configuration> {
  const { fetch } = options;
  try {
    return await openid.discovery(
      new URL(options.issuer),
      options.clientId,
      undefined,
      openid.ClientSecretBasic(options.clientSecret),
      fetch === undefined ? {} : { [openid.customFetch]: fetch, execute: [openid.allowInsecureRequests] },
    );
  } catch (cause) {
    throw new SillokError('SIGN_IN_PROVIDER_UNREACHABLE', 'the provider does not answer', { cause });
  }
}

async function authorizationUrl(
  configuration: openid.Configuration,
  transaction: Transaction,
  origin: string,
  language: string,
): Promise<string> {
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: origin + callbackPath,
    scope: 'openid',
    state: transaction.state,
    nonce: transaction.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(transaction.verifier),
    code_challenge_method: 'S256',
    // Whoever signs in says so each time: terminals are shared.
    prompt: 'login',
    ui_locales: language,
  });
  return url.href;
}

const claimsSchema = z.looseObject({ sub: z.string().min(1), institution: z.string().min(1) });

async function redeem(configuration: openid.Configuration, url: URL, transaction: Transaction) {
  try {
    const tokens = await openid.authorizationCodeGrant(configuration, url, {
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      pkceCodeVerifier: transaction.verifier,
      idTokenExpected: true,
    });
    const claims = claimsSchema.safeParse(tokens.claims());
    return claims.success ? { personId: claims.data.sub, institution: claims.data.institution } : undefined;
  } catch {
    // Forged, replayed and refused answers are all one: nobody is signed in.
    return undefined;
  }
}
