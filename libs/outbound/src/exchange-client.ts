import { SillokError } from '@sillok/kernel';
import type { AddressBookEntry } from './address-book.ts';

/** Brings messages and acknowledgements to another institution. Throws EXCHANGE_UNREACHABLE; then try again later. */
export interface ExchangeClient {
  /** Answers what the other side said, as JSON that nobody has looked at yet. */
  sendMessage(to: AddressBookEntry, container: Uint8Array): Promise<unknown>;
  sendAcknowledgement(to: AddressBookEntry, signed: object): Promise<void>;
  /** Brings a submission package to the archives; answers like `sendMessage`. */
  sendSubmission(to: AddressBookEntry, submission: Uint8Array): Promise<unknown>;
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
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-sillok-client': institutionId },
      body: typeof body === 'string' ? body : new Uint8Array(body),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new SillokError('EXCHANGE_UNREACHABLE', `${address} cannot be reached`, { cause });
    });
    if (!response.ok) {
      const code = /"code":"([\w-]+)"/.exec(await response.text())?.[1] ?? '';
      throw new SillokError('EXCHANGE_UNREACHABLE', `${address} answered ${response.status} ${code}`);
    }
    return response;
  }

  return {
    async sendMessage(to, container) {
      const answer = await post(to, '/api/distribution/exchange', 'application/octet-stream', container);
      return answer.json();
    },
    async sendAcknowledgement(to, signed) {
      await post(to, '/api/distribution/acknowledgements', 'application/json', JSON.stringify(signed));
    },
    async sendSubmission(to, submission) {
      const answer = await post(to, '/api/archive/submissions', 'application/octet-stream', submission);
      return answer.json();
    },
    async sendTransferReceipt(to, signed) {
      await post(to, '/api/records/transfers/receipts', 'application/json', JSON.stringify(signed));
    },
  };
}
