import { SillokError } from '@sillok/kernel';
import { expectSequence, expectTag } from '../der/expect-der.ts';
import { sameOctets } from '../der/octet-order.ts';
import { oid } from '../der/oids.ts';
import { readDer } from '../der/read-der.ts';
import { hexOfInteger } from '../der/serials.ts';
import { readToken, type TimestampToken } from './read-token.ts';
import { signedByTimestampAuthority } from './token-signature.ts';

/**
 * The token of a TimeStampResp after all checks that RFC 3161 §2.4.2 lays on the requester: status, imprint, nonce,
 * the authority's purpose, and its signature. Trust in the authority is the verifier's question. Throws
 * TIMESTAMP_REFUSED.
 */
export function tokenOfResponse(
  answer: Uint8Array,
  asked: { readonly digest: Uint8Array; readonly nonce: string },
): Uint8Array {
  try {
    const bytes = grantedToken(answer);
    const token = readToken(bytes);
    assertAnswers(token, asked);
    return bytes;
  } catch (cause) {
    if (cause instanceof SillokError && cause.code === 'TIMESTAMP_REFUSED') throw cause;
    throw new SillokError('TIMESTAMP_REFUSED', 'the answer is no timestamp response', { cause });
  }
}

function grantedToken(answer: Uint8Array): Uint8Array {
  const [info, token] = expectSequence(readDer(answer), 'a timestamp response');
  const status = expectTag(expectSequence(info, 'a status')[0], 0x02, 'a status').content;
  // granted and grantedWithMods; the modification can't touch what is checked afterwards.
  if (status.length !== 1 || (status[0] ?? 2) > 1) throw refused(`the authority answered status ${status[0]}`);
  if (token === undefined) throw refused('the authority granted nothing');
  return Uint8Array.from(token.bytes);
}

function assertAnswers(token: TimestampToken, asked: { readonly digest: Uint8Array; readonly nonce: string }): void {
  if (token.imprintAlgorithm !== oid.sha256 || !sameOctets(token.imprint, asked.digest)) {
    throw refused('the token is about another digest');
  }
  const nonce = token.nonce === undefined ? '' : hexOfInteger(token.nonce);
  if (BigInt(`0x0${nonce}`) !== BigInt(`0x0${asked.nonce}`)) throw refused('the token answers another request');
  if (!signedByTimestampAuthority(token)) throw refused('the token is not signed by a timestamp authority');
}

function refused(message: string): SillokError {
  return new SillokError('TIMESTAMP_REFUSED', message);
}
