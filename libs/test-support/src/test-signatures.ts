import { createHash, sign } from 'node:crypto';
import { addSignatureTimestamp, completeCades, prepareCades, timestampClient } from '@sillok/signatures';
import type { TestIdentity, TestPki } from './test-pki.ts';

/** A `fetch` that is the TSA of the test PKI: every token says `at`. */
export function stampingFetch(pki: Pick<TestPki, 'answerTimestamp'>, at: string): typeof fetch {
  return async (input, init) => {
    const request = new Uint8Array(await new Request(input, init).arrayBuffer());
    return new Response(Uint8Array.from(pki.answerTimestamp(request, at)));
  };
}

/** A detached CAdES signature of level B-B over a SHA-256 digest; `signedAt` is the time that it claims. */
export function signDetached(who: TestIdentity, digest: Uint8Array, signedAt?: string): Uint8Array {
  const prepared = prepareCades({ digest, chain: who.chain, ...(signedAt === undefined ? {} : { signedAt }) });
  return completeCades(prepared, sign('sha256', prepared.toBeSigned, who.privateKey));
}

/** The same at level B-T, stamped by the TSA of the test PKI; within a PDF it claims no time. */
export async function signStamped(
  pki: TestPki,
  who: TestIdentity,
  digest: Uint8Array,
  at: string,
  place: 'alone' | 'in-pdf' = 'alone',
) {
  const prepared = prepareCades({ digest, chain: who.chain, ...(place === 'alone' ? { signedAt: at } : {}) });
  const value = sign('sha256', prepared.toBeSigned, who.privateKey);
  const client = timestampClient({ url: 'http://tsa.invalid/', fetch: stampingFetch(pki, at) });
  const token = await client.stamp(createHash('sha256').update(value).digest());
  return addSignatureTimestamp(completeCades(prepared, value), token);
}
