import { randomBytes } from 'node:crypto';
import { SillokError } from '@sillok/kernel';
import { timestampRequest } from './timestamp-request.ts';
import { tokenOfResponse } from './token-of-response.ts';

export interface TimestampClient {
  /** The token in DER over a SHA-256 digest. Throws TIMESTAMP_REFUSED or TIMESTAMP_UNREACHABLE. */
  stamp(digest: Uint8Array): Promise<Uint8Array>;
}

const largestAnswer = 256 * 1024;

/** Asks a time-stamping authority over HTTP (RFC 3161 §3.4). `timeoutMs` bounds the whole exchange: 10 seconds. */
export function timestampClient(options: {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
}): TimestampClient {
  return {
    async stamp(digest) {
      const nonce = randomBytes(8).toString('hex');
      const answer = await ask(options, timestampRequest(digest, nonce));
      return tokenOfResponse(answer, { digest, nonce });
    },
  };
}

async function ask(options: Parameters<typeof timestampClient>[0], request: Uint8Array): Promise<Uint8Array> {
  const response = await exchange(options, request);
  if (!response.ok) {
    throw new SillokError('TIMESTAMP_UNREACHABLE', `the timestamp authority answered ${response.status}`);
  }
  if (response.body === undefined) throw new SillokError('TIMESTAMP_REFUSED', 'the answer is too large');
  return response.body;
}

async function exchange(
  { url, fetch, timeoutMs = 10_000 }: Parameters<typeof timestampClient>[0],
  request: Uint8Array,
) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Uint8Array.from(request),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { ok: response.ok, status: response.status, body: await bounded(response) };
  } catch (cause) {
    throw new SillokError('TIMESTAMP_UNREACHABLE', 'the timestamp authority did not answer', { cause });
  }
}

/** `undefined` where there is more than any token needs; the rest is not read. */
async function bounded(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > largestAnswer) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
