import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SillokError } from '@sillok/kernel';

/** The key that wraps all others: in a file or inside a token. `context` is bound to the wrapped bytes. */
export interface InstitutionKey {
  wrap(bytes: Uint8Array, context: string): Promise<Uint8Array>;
  /** Throws KEY_UNWRAP_FAILED for another key, another context and damaged bytes. */
  unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array>;
}

/**
 * Wraps with AES-256-GCM under a key of 32 bytes (a RangeError otherwise): version (1 byte) ‖ key id (8) ‖ nonce (12)
 * ‖ ciphertext ‖ tag (16); additional data = version ‖ key id ‖ context. The id tells which epoch's key is needed.
 */
export function institutionKeyOf(key: Uint8Array): InstitutionKey {
  if (key.length !== 32) throw new RangeError('the key of an institution has 32 bytes');
  const derived = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), 'sillok institution key v1', 40));
  const wrappingKey = derived.subarray(0, 32);
  const head = Buffer.concat([Uint8Array.of(version), derived.subarray(32)]);
  return {
    async wrap(bytes, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(additionalData(head, context));
      return new Uint8Array(Buffer.concat([head, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
    },
    unwrap: async (wrapped, context) => unwrap(wrappingKey, head, wrapped, context),
  };
}

const version = 1;
const headLength = 9;
const nonceLength = 12;
const tagLength = 16;

function unwrap(wrappingKey: Uint8Array, head: Uint8Array, wrapped: Uint8Array, context: string): Uint8Array {
  if (wrapped.length < headLength + nonceLength + tagLength) throw unwrapFailed('they are cut off');
  if (!head.every((byte, index) => wrapped[index] === byte)) throw unwrapFailed('another key wrapped them');
  const nonce = wrapped.subarray(headLength, headLength + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(additionalData(head, context));
  decipher.setAuthTag(wrapped.subarray(-tagLength));
  const bytes = decipher.update(wrapped.subarray(headLength + nonceLength, -tagLength));
  try {
    return new Uint8Array(Buffer.concat([bytes, decipher.final()]));
  } catch (cause) {
    throw unwrapFailed('they were changed', cause);
  }
}

function additionalData(head: Uint8Array, context: string): Uint8Array {
  return Buffer.concat([head, Buffer.from(context)]);
}

function unwrapFailed(why: string, cause?: unknown): SillokError {
  return new SillokError('KEY_UNWRAP_FAILED', `the wrapped bytes cannot be opened: ${why}`, { cause });
}
