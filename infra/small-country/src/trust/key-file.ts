import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../write-whole.ts';

/** A private key in a file of its own, made on first use: ECDSA P-256, or Ed25519 for logs. */
export function keyFile(path: string, kind: 'p256' | 'ed25519' = 'p256'): KeyObject {
  if (existsSync(path)) return createPrivateKey(readFileSync(path));
  const { privateKey } =
    kind === 'p256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return privateKey;
}
