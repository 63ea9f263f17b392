import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';

export const gateHeader = 'x-sillok-gate';

/** Until the country is furnished, only its furnishers are answered; everybody else waits, and is not turned away. */
export interface Gate {
  readonly word: string;
  open(): void;
  guard(hosts: ReadonlyMap<string, RequestListener>): ReadonlyMap<string, RequestListener>;
}

/** The authorities' hosts serve the furnishing itself. */
const always = new Set(['id.localhost', 'trust.localhost']);

export function createGate(): Gate {
  const word = randomUUID();
  let opened = false;
  const waiting: (() => void)[] = [];
  const guarded =
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      if (opened || request.headers[gateHeader] === word) listener(request, response);
      else waiting.push(() => listener(request, response));
    };
  return {
    word,
    open() {
      opened = true;
      for (const go of waiting.splice(0)) go();
    },
    guard: (hosts) =>
      opened
        ? hosts
        : new Map([...hosts].map(([host, listener]) => [host, always.has(host) ? listener : guarded(listener)])),
  };
}
