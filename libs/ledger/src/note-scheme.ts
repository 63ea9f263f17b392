import { createPublicKey, type KeyObject } from 'node:crypto';
import { parseCheckpoint } from './checkpoint.ts';

/** How a kind of signature line is made (the registry of c2sp.org/signed-note). */
export interface NoteScheme {
  readonly type: number;
  readonly keyLength: number;
  readonly signatureLength: number;
  /** Eight bytes of POSIX time stand before the signature and are signed too (c2sp.org/tlog-cosignature). */
  readonly isTimestamped: boolean;
  message(text: string, name: string, time: bigint): Uint8Array;
  publicKeyOf(raw: Uint8Array): KeyObject;
}

const ed25519 = {
  keyLength: 32,
  signatureLength: 64,
  publicKeyOf: (raw: Uint8Array) => publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x: base64url(raw) }),
};

export const ed25519Scheme: NoteScheme = {
  ...ed25519,
  type: 0x01,
  isTimestamped: false,
  message: (text) => Buffer.from(text),
};

export const ed25519CosignatureScheme: NoteScheme = {
  ...ed25519,
  type: 0x04,
  isTimestamped: true,
  message: (text, _name, time) => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`),
};

export const mlDsa44Scheme: NoteScheme = {
  type: 0x06,
  keyLength: 1312,
  signatureLength: 2420,
  isTimestamped: true,
  message(text, name, time) {
    const { origin, size, root } = parseCheckpoint(text);
    const label = Buffer.from('subtree/v1\n\0');
    return Buffer.concat([label, opaque(name), uint64(time), opaque(origin), uint64(0n), uint64(BigInt(size)), root]);
  },
  publicKeyOf: (raw) => publicKeyOf({ kty: 'AKP', alg: 'ML-DSA-44', pub: base64url(raw) }),
};

export const noteSchemes: readonly NoteScheme[] = [ed25519Scheme, ed25519CosignatureScheme, mlDsa44Scheme];

export function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function opaque(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length === 0 || bytes.length > 255) throw new RangeError('a name has 1 to 255 bytes');
  return Buffer.concat([Uint8Array.of(bytes.length), bytes]);
}

function publicKeyOf(key: Readonly<Record<string, string>>): KeyObject {
  return createPublicKey({ key, format: 'jwk' });
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
