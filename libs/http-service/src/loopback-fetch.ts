import { request as httpRequest, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface LoopbackInit {
  readonly method?: string | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly body?: string | URLSearchParams | ArrayBuffer | Uint8Array | ReadableStream | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

/**
 * `fetch` for names under `.localhost`, which the system's resolver does not know: connects to 127.0.0.1 and sends the
 * name as `Host`. Follows no redirects. Throws a TypeError for any other name.
 */
export async function loopbackFetch(input: string | URL, init: LoopbackInit = {}): Promise<Response> {
  const url = new URL(input);
  if (url.protocol !== 'http:' || !isLoopbackName(url.hostname)) throw new TypeError('only http on loopback names');
  // `Request` turns every kind of body and headers into bytes and a list.
  const sent = new Request('http://loopback.invalid', {
    method: init.method ?? 'GET',
    ...(init.headers === undefined ? {} : { headers: init.headers }),
    body: await plainBody(init.body),
  });
  const body = new Uint8Array(await sent.arrayBuffer());
  const answer = await send(url, sent, body, init.signal ?? undefined);
  const bytes = await buffer(answer);
  const status = answer.statusCode ?? 500;
  const isBodiless = status === 204 || status === 304 || bytes.length === 0;
  return new Response(isBodiless ? null : new Uint8Array(bytes), { status, headers: headersOf(answer) });
}

async function plainBody(body: LoopbackInit['body']): Promise<BodyInit | null> {
  if (body instanceof ReadableStream) return new Response(body).arrayBuffer();
  return body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null);
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1';
}

function send(url: URL, sent: Request, body: Uint8Array, signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: url.port === '' ? 80 : Number(url.port),
        method: sent.method,
        path: url.pathname + url.search,
        headers: { ...Object.fromEntries(sent.headers), host: url.host, 'content-length': body.length },
        ...(signal === undefined ? {} : { signal }),
      },
      resolve,
    );
    request.once('error', reject);
    request.end(body);
  });
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  return headers;
}
