import { randomUUID } from 'node:crypto';
import { createCookieJar } from './cookie-jar.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import { clientHeader } from './same-origin.ts';

export interface ApiAnswer {
  readonly status: number;
  /** Parsed JSON, the text of a page, or the bytes of a file. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface SendOptions {
  /** By default a fresh one for each call. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A program that speaks to an institution as one person, or as nobody. */
export interface ApiClient {
  /** Goes through the sign-in pages as a browser would; the other calls do it by themselves when it is needed. */
  signIn(): Promise<void>;
  get(path: string, options?: SendOptions): Promise<ApiAnswer>;
  /** `Uint8Array` bodies go as `application/octet-stream`, anything else as JSON. */
  post(path: string, body?: unknown, options?: SendOptions): Promise<ApiAnswer>;
  put(path: string, body?: unknown, options?: SendOptions): Promise<ApiAnswer>;
  delete(path: string, options?: SendOptions): Promise<ApiAnswer>;
}

export interface ApiClientOptions {
  readonly port: number;
  /** `ministry.localhost`. */
  readonly host: string;
  /** The id of the demonstration person to sign in as; absent for the public. */
  readonly person?: string;
  readonly clientName?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Outgoing {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export function createApiClient(options: ApiClientOptions): ApiClient {
  const jar = createCookieJar();
  const base = `http://${options.host}:${options.port}`;
  let isSignedIn = options.person === undefined;
  let signingIn: Promise<void> | undefined;

  const visit = async (url: URL, outgoing: Outgoing): Promise<Response> => {
    const cookie = jar.header(url.hostname, url.pathname);
    const headers = { ...options.headers, ...outgoing.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await loopbackFetch(url, { ...outgoing, headers });
    jar.keep(url.hostname, answer.headers.getSetCookie());
    return answer;
  };
  const walk = async () => {
    await walkSignIn(visit, new URL('/sign-in', base), options.person ?? '');
    isSignedIn = true;
  };
  // All calls share the cookies, so two walks at once would lead each other astray.
  const signIn = () => {
    signingIn ??= walk().finally(() => {
      signingIn = undefined;
    });
    return signingIn;
  };
  const call = async (path: string, outgoing: Outgoing): Promise<ApiAnswer> => {
    if (!isSignedIn) await signIn();
    const url = new URL(path, base);
    const named = { ...outgoing, headers: { [clientHeader]: options.clientName ?? 'sillok', ...outgoing.headers } };
    const first = await visit(url, named);
    if (first.status !== 401 || options.person === undefined) return readAnswer(first);
    await signIn();
    return readAnswer(await visit(url, named));
  };
  return {
    signIn,
    get: (path, more) =>
      call(path, { method: 'GET', ...(more?.headers === undefined ? {} : { headers: more.headers }) }),
    post: (path, body, more) => call(path, outgoingOf('POST', body, more)),
    put: (path, body, more) => call(path, outgoingOf('PUT', body, more)),
    delete: (path, more) => call(path, outgoingOf('DELETE', undefined, more)),
  };
}

const mostSteps = 12;

/** Follows the redirects; where the provider shows its list of people, chooses the person. */
async function walkSignIn(
  visit: (url: URL, outgoing: Outgoing) => Promise<Response>,
  start: URL,
  person: string,
): Promise<void> {
  let url = start;
  let outgoing: Outgoing = { method: 'GET' };
  for (let step = 0; step < mostSteps; step += 1) {
    const answer = await visit(url, outgoing);
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      outgoing = { method: 'GET' };
    } else if (url.origin !== start.origin && answer.status === 200 && outgoing.method === 'GET') {
      outgoing = choice(person, url.origin);
    } else if (url.origin === start.origin && answer.status === 200) {
      return;
    } else throw new Error(`sign-in stopped at ${url.origin}${url.pathname} with status ${answer.status}`);
  }
  throw new Error('sign-in led round in circles');
}

function choice(person: string, origin: string): Outgoing {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ person }).toString(),
  };
}

function outgoingOf(method: string, body: unknown, options: SendOptions = {}): Outgoing {
  const headers = { 'idempotency-key': options.idempotencyKey ?? randomUUID(), ...options.headers };
  if (body === undefined) return { method, headers };
  if (body instanceof Uint8Array) {
    return { method, headers: { 'content-type': 'application/octet-stream', ...headers }, body: new Uint8Array(body) };
  }
  return { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function readAnswer(answer: Response): Promise<ApiAnswer> {
  const { status, headers } = answer;
  const mediaType = headers.get('content-type') ?? '';
  if (/^application\/([\w.-]+\+)?json/.test(mediaType)) return { status, headers, body: await answer.json() };
  if (mediaType.startsWith('text/')) return { status, headers, body: await answer.text() };
  return { status, headers, body: new Uint8Array(await answer.arrayBuffer()) };
}
