import { hash, type KeyObject, verify } from 'node:crypto';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { checkpointInvalid } from './invalid.ts';
import { type NoteScheme, noteSchemes } from './note-scheme.ts';

/** A public key that signs notes: `<name>+<id in hex>+<base64 of type and key>` (c2sp.org/signed-note). */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Uint8Array;
  readonly text: string;
  /** Answers the time for a timestamped signature, `undefined` where the signature is not of this key. */
  verify(note: string, signature: Uint8Array): { readonly signedAt?: string } | undefined;
}

export function formatVerifierKey(name: string, scheme: NoteScheme, publicKey: Uint8Array): string {
  if (!isKeyName(name)) throw new RangeError(`${name} is no name of a key`);
  const id = Buffer.from(keyIdOf(name, scheme, publicKey)).toString('hex');
  return `${name}+${id}+${encodeBase64(Buffer.concat([Uint8Array.of(scheme.type), publicKey]))}`;
}

/** Throws LEDGER_CHECKPOINT_INVALID for anything but the canonical spelling of a key of a known type. */
export function parseVerifierKey(text: string): VerifierKey {
  const [name = '', , ...rest] = text.split('+');
  const typed = decodeBase64(rest.join('+'));
  const scheme = noteSchemes.find((one) => one.type === typed?.[0]);
  const raw = typed?.subarray(1);
  if (scheme === undefined || raw?.length !== scheme.keyLength || !isKeyName(name)) throw noVerifierKey();
  if (formatVerifierKey(name, scheme, raw) !== text) throw noVerifierKey();
  const publicKey = scheme.publicKeyOf(raw);
  return {
    name,
    keyId: keyIdOf(name, scheme, raw),
    text,
    verify: (note, signature) => verifyLine({ note, name, scheme, publicKey, signature }),
  };
}

export function keyIdOf(name: string, scheme: NoteScheme, publicKey: Uint8Array): Uint8Array {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(scheme.type), publicKey]);
  return new Uint8Array(hash('sha256', input, 'buffer').subarray(0, 4));
}

export function isKeyName(name: string): boolean {
  return name !== '' && !/[+\p{White_Space}\p{Cc}\ufeff]/u.test(name) && name.isWellFormed();
}

interface Line {
  readonly note: string;
  readonly name: string;
  readonly scheme: NoteScheme;
  readonly publicKey: KeyObject;
  readonly signature: Uint8Array;
}

function verifyLine({ note, name, scheme, publicKey, signature }: Line): { readonly signedAt?: string } | undefined {
  const timeLength = scheme.isTimestamped ? 8 : 0;
  if (signature.length !== timeLength + scheme.signatureLength) return undefined;
  const time = scheme.isTimestamped ? Buffer.from(signature).readBigUInt64BE() : 0n;
  if (time > latestTime) return undefined;
  const message = scheme.message(note, name, time);
  if (!verify(null, message, publicKey, signature.subarray(timeLength))) return undefined;
  return scheme.isTimestamped ? { signedAt: new Date(Number(time) * 1000).toISOString() } : {};
}

// The year 9999: no instant beyond it can be written.
const latestTime = 253_402_300_799n;

function noVerifierKey(): Error {
  return checkpointInvalid('FORMAT_FAILURE', 'the text is no verifier key');
}
