import type { IncomingHttpHeaders } from 'node:http';

/** Programs name themselves here; a page of another site cannot send it without a preflight, which nobody answers. */
export const clientHeader = 'x-sillok-client';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site requests must not change anything. A browser says where a request comes from by `Origin` or
 * `Sec-Fetch-Site`; a program sends neither and names itself by `X-Sillok-Client`.
 */
export function isOriginAllowed(method: string, headers: IncomingHttpHeaders, origin: string): boolean {
  if (safeMethods.has(method)) return true;
  if (headers.origin !== undefined) return headers.origin === origin;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return typeof headers[clientHeader] === 'string' && headers[clientHeader] !== '';
}
