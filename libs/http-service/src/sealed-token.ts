import { hkdfSync } from 'node:crypto';
import type { Clock } from '@sillok/kernel';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { z } from 'zod';

/** Seals small values into text that only this installation can open. */
export interface SealedToken<Value> {
  seal(value: Value): Promise<string>;
  /** The value, or nothing: forged, of another purpose, expired and malformed tokens are all alike. */
  open(token: string): Promise<Value | undefined>;
}

export interface SealedTokenOptions<Value> {
  /** At least 32 bytes that outlive a restart. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
  /** Tokens of one purpose do not open under another. */
  readonly purpose: string;
  readonly seconds: number;
  readonly schema: z.ZodType<Value>;
}

/** JWE compact, `dir` with A256GCM (RFC 7516, RFC 7518 §4.5); the key is derived for the purpose (RFC 5869). */
export function createSealedToken<Value>(options: SealedTokenOptions<Value>): SealedToken<Value> {
  if (options.secret.length < 32) throw new RangeError('the secret of sessions has at least 32 bytes');
  const key = new Uint8Array(hkdfSync('sha256', options.secret, '', `sillok ${options.purpose}`, 32));
  const now = () => new Date(options.clock.now());
  return {
    seal: (value) =>
      new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(now())
        .setExpirationTime(new Date(now().getTime() + options.seconds * 1000))
        .encrypt(key),
    async open(token) {
      const payload = await decrypt(token, key, now());
      const parsed = options.schema.safeParse(payload);
      return parsed.success ? parsed.data : undefined;
    },
  };
}

async function decrypt(token: string, key: Uint8Array, currentDate: Date): Promise<unknown> {
  try {
    const { payload } = await jwtDecrypt(token, key, {
      currentDate,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp', 'iat'],
    });
    return payload['value'];
  } catch {
    return undefined;
  }
}
