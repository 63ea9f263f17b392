import { createHash } from 'node:crypto';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { macOf } from '@sillok/key-vault';

const namespace = Buffer.from('5b1f0a2e7c3d4e5f8a9b0c1d2e3f4051', 'hex');

/** A name-based UUID (RFC 9562 §5.5): the same parts give the same id, so a retry finds what it did before. */
export function nameBasedId(...parts: readonly string[]): string {
  const digest = createHash('sha1').update(namespace).update(canonicalBytes(parts)).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The command's id: institution, actor, operation and the client's key. */
export function commandIdOf(institution: string, actor: string, operation: string, key: string): string {
  return nameBasedId('command', institution, actor, operation, key);
}

/** Tells whether a repeated key came with the same input. Keyed, because a bare digest of short input can be guessed. */
export function commandMacOf(key: Uint8Array, input: Json): string {
  return macOf(key, canonicalBytes(input)).slice(0, 32);
}
