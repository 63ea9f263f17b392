import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { ed25519CosignatureScheme, ed25519Scheme, mlDsa44Scheme, type NoteScheme, uint64 } from './note-scheme.ts';
import { formatVerifierKey, keyIdOf } from './verifier-key.ts';

/** Who signs notes. A port: the private key may be in a token. */
export interface NoteSigner {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Uint8Array;
  /** What verifiers must be given, by a way that is not the log's. */
  readonly verifierKey: string;
  /** The signature over the text of a note, without the key id. `at` is the instant; some kinds of line carry it. */
  sign(text: string, at: string): Promise<Uint8Array>;
}

export interface NoteSignerOptions {
  /** An address without scheme, such as `ministry.example/ledger`: no spaces, no plus. */
  readonly name: string;
  /** Ed25519 or ML-DSA-44; a RangeError for others. */
  readonly privateKey: KeyObject;
  /** A witness vouches for the log of another: it signs checkpoints with a time. */
  readonly role?: 'log' | 'witness';
}

export function noteSigner({ name, privateKey, role = 'log' }: NoteSignerOptions): NoteSigner {
  const scheme = schemeOf(privateKey, role);
  const raw = rawPublicKeyOf(privateKey);
  return {
    name,
    keyId: keyIdOf(name, scheme, raw),
    verifierKey: formatVerifierKey(name, scheme, raw),
    async sign(text, at) {
      const time = BigInt(Math.floor(Date.parse(at) / 1000));
      const signature = sign(null, scheme.message(text, name, time), privateKey);
      return new Uint8Array(scheme.isTimestamped ? Buffer.concat([uint64(time), signature]) : signature);
    },
  };
}

function schemeOf(key: KeyObject, role: 'log' | 'witness'): NoteScheme {
  if (key.asymmetricKeyType === 'ml-dsa-44') return mlDsa44Scheme;
  if (key.asymmetricKeyType === 'ed25519') return role === 'log' ? ed25519Scheme : ed25519CosignatureScheme;
  throw new RangeError(`notes are signed with Ed25519 or ML-DSA-44, not ${key.asymmetricKeyType}`);
}

function rawPublicKeyOf(privateKey: KeyObject): Uint8Array {
  const { x, pub } = { pub: undefined, ...createPublicKey(privateKey).export({ format: 'jwk' }) };
  return new Uint8Array(Buffer.from(String(x ?? pub), 'base64url'));
}
