import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SillokError } from '@sillok/kernel';
import { oid } from './der/oids.ts';
import { derNull, objectIdentifier, sequence } from './der/write-der.ts';

/** What we sign and accept: ECDSA on P-256 and P-384, RSA with PKCS#1 v1.5; SHA-2 only (design §4). */
interface Algorithm {
  readonly key: 'ec' | 'rsa';
  readonly hash: 'sha256' | 'sha384' | 'sha512';
}

const algorithms: Readonly<Record<string, Algorithm>> = {
  [oid.ecdsaSha256]: { key: 'ec', hash: 'sha256' },
  [oid.ecdsaSha384]: { key: 'ec', hash: 'sha384' },
  [oid.ecdsaSha512]: { key: 'ec', hash: 'sha512' },
  [oid.rsaSha256]: { key: 'rsa', hash: 'sha256' },
  [oid.rsaSha384]: { key: 'rsa', hash: 'sha384' },
  [oid.rsaSha512]: { key: 'rsa', hash: 'sha512' },
};

const hashes: Readonly<Record<string, Algorithm['hash']>> = {
  [oid.sha256]: 'sha256',
  [oid.sha384]: 'sha384',
  [oid.sha512]: 'sha512',
};

const curves: readonly (string | undefined)[] = ['prime256v1', 'secp384r1'];
const leastModulus = 2048;

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** The digest under an algorithm of SHA-2, `undefined` for any other. */
export function digestWith(hashOid: string, bytes: Uint8Array): Uint8Array | undefined {
  const hash = hashes[hashOid];
  return hash === undefined ? undefined : createHash(hash).update(bytes).digest();
}

/** The algorithm with SHA-256 that fits a key. Throws UNEXPECTED for a key that is neither EC nor RSA. */
export function signatureAlgorithmOf(key: KeyObject): string {
  if (!isAllowedKey(key)) throw new SillokError('UNEXPECTED', 'keys are EC on P-256 or P-384, or RSA of 2048 bits up');
  return key.asymmetricKeyType === 'ec' ? oid.ecdsaSha256 : oid.rsaSha256;
}

/** AlgorithmIdentifier in DER: RSA carries NULL (RFC 4055 §5), ECDSA and SHA-2 carry nothing (RFC 5754 §2, §3.3). */
export function algorithmIdentifier(algorithm: string): Uint8Array {
  const withNull = algorithms[algorithm]?.key === 'rsa';
  return sequence(objectIdentifier(algorithm), ...(withNull ? [derNull] : []));
}

export function isAllowedKey(key: KeyObject): boolean {
  if (key.asymmetricKeyType === 'ec') return curves.includes(key.asymmetricKeyDetails?.namedCurve);
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= leastModulus;
}

export function signWith(privateKey: KeyObject, bytes: Uint8Array): Uint8Array {
  signatureAlgorithmOf(privateKey);
  return sign('sha256', bytes, privateKey);
}

/** False for an algorithm or key we do not accept, for a key of the other kind and for a wrong signature. */
export function verifies(algorithm: string, key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  const known = algorithms[algorithm];
  if (known === undefined || known.key !== key.asymmetricKeyType || !isAllowedKey(key)) return false;
  try {
    return verify(known.hash, bytes, key, signature);
  } catch {
    return false;
  }
}

export function publicKeyOf(subjectPublicKeyInfo: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
