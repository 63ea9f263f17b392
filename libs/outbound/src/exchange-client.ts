import { type Refusal, refusalCodeOf, refuse, SillokError } from '@sillok/kernel';
import type { AddressBookEntry } from './address-book.ts';

/** What the other side said, as JSON that nobody has looked at yet; or its "no" to this, which it will say again. */
export type ExchangeAnswer = Refusal | { readonly said: unknown };

/** Brings messages and acknowledgements to another institution. Throws EXCHANGE_UNREACHABLE; then try again later. */
export interface ExchangeClient {
  /** Answers what the other side said, as JSON that nobody has looked at yet. */
  sendMessage(to: AddressBookEntry, container: Uint8Array): Promise<unknown>;
  sendAcknowledgement(to: AddressBookEntry, signed: object): Promise<void>;
  /** Brings a submission package to the archives. */
  sendSubmission(to: AddressBookEntry, submission: Uint8Array): Promise<ExchangeAnswer>;
  /** Brings what the archives say of a submission to its sender. */
  sendTransferReceipt(to: AddressBookEntry, signed: object): Promise<void>;
}

export interface ExchangeClientOptions {
  readonly institutionId: string;
  readonly fetch: typeof fetch;
}

const timeoutMs = 60_000;

export function createExchangeClient({ institutionId, fetch }: ExchangeClientOptions): ExchangeClient {
  async function post({ address }: AddressBookEntry, path: string, type: string, body: Uint8Array | string) {
    return fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-sillok-client': institutionId },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new SillokError('EXCHANGE_UNREACHABLE', `${address} cannot be reached`, { cause });
    });
  }

  async function taken(...what: Parameters<typeof post>): Promise<Response> {
    const response = await post(...what);
    if (response.ok) return response;
    throw notTaken(what[0], response, (await refusalIn(response))?.refused);
  }

  return {
    async sendMessage(to, container) {
      const answer = await taken(to, '/api/distribution/exchange', 'application/octet-stream', container);
      return answer.json();
    },
    async sendAcknowledgement(to, signed) {
      await taken(to, '/api/distribution/acknowledgements', 'application/json', JSON.stringify(signed));
    },
    async sendSubmission(to, submission) {
      const answer = await post(to, '/api/archive/submissions', 'application/octet-stream', submission);
      if (answer.ok) return { said: await answer.json() };
      const refusal = await refusalIn(answer);
      if (refusal === undefined) throw notTaken(to, answer);
      return refusal;
    },
    async sendTransferReceipt(to, signed) {
      await taken(to, '/api/records/transfers/receipts', 'application/json', JSON.stringify(signed));
    },
  };
}

function notTaken({ address }: AddressBookEntry, { status }: Response, code = 'without a reason'): SillokError {
  return new SillokError('EXCHANGE_UNREACHABLE', `${address} answered ${status} ${code}`);
}

/** A "no" of the closed list to what was sent (4xx). A fault of theirs passes, and so does a wrong way to them. */
async function refusalIn(response: Response): Promise<Refusal | undefined> {
  const text = await response.text();
  const code = refusalCodeOf(/"code":"([\w-]+)"/.exec(text)?.[1]);
  const isAboutThis = response.status >= 400 && response.status < 500 && code !== 'host-unknown';
  return code !== undefined && isAboutThis ? refuse(code) : undefined;
}
