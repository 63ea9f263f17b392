import type { Clock } from '@sillok/kernel';
import { instant } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';
import type { CookieChange } from './reply.ts';
import { createSealedToken, type SealedToken } from './sealed-token.ts';

const sessionSchema = z.strictObject({
  personId: z.string(),
  institution: z.string(),
  /** When the provider last saw the person. */
  authenticatedAt: instant,
});

export type Session = z.infer<typeof sessionSchema>;

export const sessionCookieName = '__Host-sillok';
export const sessionSeconds = 8 * 60 * 60;

/** Sessions live in the browser alone, sealed; nothing is stored here. */
export interface Sessions {
  start(session: Session): Promise<CookieChange>;
  end(): CookieChange;
  /** Reads the session cookie's value. */
  read(cookie: string): Promise<Session | undefined>;
  /** Other short-lived values that the browser keeps for us, under the same secret. */
  sealerFor<Value>(purpose: string, seconds: number, schema: z.ZodType<Value>): SealedToken<Value>;
}

/** `clock` must be the machine's: under a clock that is moved by hand every session would expire. */
export function createSessions(options: { readonly secret: Uint8Array; readonly clock: Clock }): Sessions {
  const token = createSealedToken({ ...options, purpose: 'session', seconds: sessionSeconds, schema: sessionSchema });
  return {
    start: async (session) => ({ name: sessionCookieName, value: await token.seal(session), seconds: sessionSeconds }),
    end: () => ({ name: sessionCookieName }),
    read: (cookie) => token.open(cookie),
    sealerFor: (purpose, seconds, schema) => createSealedToken({ ...options, purpose, seconds, schema }),
  };
}
