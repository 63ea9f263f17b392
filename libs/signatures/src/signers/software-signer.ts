import { type KeyObject, randomUUID } from 'node:crypto';
import { refusalAsError, refuse } from '@sillok/kernel';
import { sha256, signWith } from '../algorithms.ts';
import { sameOctets } from '../der/octet-order.ts';
import type { Signer, SigningEvidence, SigningRequest } from './signer.ts';

export interface SoftwareKey {
  readonly privateKey: KeyObject;
  /** DER, the signer first. */
  readonly chain: readonly Uint8Array[];
}

interface Pending {
  readonly request: SigningRequest;
  readonly challenge: Uint8Array;
  authorised: boolean;
}

const mostPending = 10_000;

/**
 * Keys in memory, for demonstrations only. The challenge is the SHA-256 of what is signed. Throws the refusals
 * `not-found` for a key or handle that is not there (any more) and `not-permitted` for evidence over something else
 * or for completing what was not authorised.
 */
export function softwareSigner(options: {
  readonly keys: { get(keyId: string): SoftwareKey | undefined | Promise<SoftwareKey | undefined> };
}): Signer {
  const pending = new Map<string, Pending>();
  const keyOf = async (keyId: string) => (await options.keys.get(keyId)) ?? fail('not-found', 'keyId');
  const waiting = (handle: string) => pending.get(handle) ?? fail('not-found', 'handle');
  return {
    async prepare(request: SigningRequest) {
      await keyOf(request.keyId);
      const toBeSigned = Uint8Array.from(request.toBeSigned);
      const challenge = sha256(toBeSigned);
      const handle = randomUUID();
      pending.set(handle, { request: { ...request, toBeSigned }, challenge, authorised: false });
      forgetOldest(pending);
      return { handle, challenge: Uint8Array.from(challenge) };
    },
    async authorise(handle: string, evidence: SigningEvidence) {
      const one = waiting(handle);
      if (!sameOctets(one.challenge, evidence.confirmed)) fail('not-permitted', 'evidence');
      one.authorised = true;
    },
    async complete(handle: string) {
      const one = waiting(handle);
      if (!one.authorised) fail('not-permitted', 'handle');
      pending.delete(handle);
      const { privateKey } = await keyOf(one.request.keyId);
      return signWith(privateKey, one.request.toBeSigned);
    },
    async certificateChain(keyId: string) {
      return (await keyOf(keyId)).chain;
    },
  };
}

function fail(code: 'not-found' | 'not-permitted', field: string): never {
  throw refusalAsError(refuse(code, field));
}

/** Whoever prepares and never completes must not fill the memory. */
function forgetOldest(pending: Map<string, Pending>): void {
  const [oldest] = pending.keys();
  if (pending.size > mostPending && oldest !== undefined) pending.delete(oldest);
}
