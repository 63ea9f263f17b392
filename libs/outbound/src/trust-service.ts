import { type Clock, SillokError } from '@sillok/kernel';
import { ocspRequest } from '@sillok/signatures';

export interface RevocationData {
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly Uint8Array[];
}

/** What an institution trusts, and where it asks whether a certificate still holds. Addresses come from its settings. */
export interface TrustService {
  readonly roots: readonly Uint8Array[];
  /** `chain` is DER, the signer first, each issued by the next or by a root. Answers are at most half a minute old. */
  revocationOf(chain: readonly Uint8Array[]): Promise<RevocationData>;
}

export interface TrustServiceOptions {
  readonly roots: readonly Uint8Array[];
  readonly ocspUrl: string;
  readonly crlUrls: readonly string[];
  readonly fetch: typeof fetch;
  /** The institution's: an answer that was fresh before this clock was moved is not fresh any more. */
  readonly clock: Clock;
}

const freshMs = 30_000;
const timeoutMs = 10_000;

export function createTrustService(options: TrustServiceOptions): TrustService {
  const kept = new Map<string, Kept>();
  return {
    roots: options.roots,
    revocationOf(chain) {
      const name = Buffer.from(chain[0] ?? new Uint8Array()).toString('base64');
      const known = kept.get(name);
      const now = Date.parse(options.clock.now());
      if (known !== undefined && isFresh(known, now)) return known.data;
      const data = ask(options, chain);
      kept.set(name, { asked: performance.now(), at: now, data });
      data.catch(() => kept.delete(name));
      return data;
    },
  };
}

interface Kept {
  /** Of the machine, which nobody moves. */
  readonly asked: number;
  /** Of the institution. */
  readonly at: number;
  readonly data: Promise<RevocationData>;
}

function isFresh({ asked, at }: Kept, now: number): boolean {
  return performance.now() - asked < freshMs && Math.abs(now - at) < freshMs;
}

async function ask(options: TrustServiceOptions, chain: readonly Uint8Array[]): Promise<RevocationData> {
  const issued = chain.flatMap((certificate, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined ? [] : [{ certificate, issuer }];
  });
  const asked = issued.map(({ certificate, issuer }) =>
    exchange(options, options.ocspUrl, ocspRequest(certificate, issuer), 'application/ocsp-request'),
  );
  // Awaited together: the failure of a list nobody waits for yet would end the process.
  const [ocsp, crls] = await Promise.all([
    Promise.all(asked),
    Promise.all(options.crlUrls.map((url) => exchange(options, url))),
  ]);
  return { ocsp, crls };
}

async function exchange(
  options: TrustServiceOptions,
  url: string,
  body?: Uint8Array<ArrayBuffer> | Uint8Array,
  type?: string,
): Promise<Uint8Array> {
  const sent = options.fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: new Uint8Array(body), headers: { 'content-type': type ?? '' } }),
  });
  const response = await sent.catch((cause: unknown) => {
    throw new SillokError('TRUST_SERVICE_UNREACHABLE', 'a trust service cannot be reached', { cause });
  });
  if (!response.ok) throw new SillokError('TRUST_SERVICE_UNREACHABLE', `a trust service answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
