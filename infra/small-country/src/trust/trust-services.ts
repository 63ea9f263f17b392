import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '@sillok/kernel';
import {
  answerOcsp,
  answerTimestamp,
  type CertificateStatus,
  issueCrl,
  type Revocation,
} from '@sillok/signatures/issuing';
import { type CertificateAuthority, validity } from './certificate-authority.ts';

export interface TrustServicesOptions {
  readonly authority: CertificateAuthority;
  readonly clock: Clock;
  readonly revoked: () => readonly Revocation[];
}

const largestRequest = 64 * 1024;
const policy = '2.999.1';

/**
 * OCSP (RFC 6960), CRLs (RFC 5280) and time-stamps (RFC 3161) over HTTP, on the country's clock. Answers say that the
 * next one comes in 2049, because judges with today's clock look at stories of years ago.
 */
export function createTrustServices(options: TrustServicesOptions): RequestListener {
  return (request, response) => {
    answer(options, request).then(
      ({ status, type, bytes }) => send(response, status, type, bytes),
      () => send(response, 400, 'text/plain', new TextEncoder().encode('The request cannot be read.\n')),
    );
  };
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

async function answer(options: TrustServicesOptions, request: IncomingMessage): Promise<Reply> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const found =
    request.method === 'GET'
      ? published(options, path)
      : request.method === 'POST' && asked.has(path)
        ? onRequest(options, path, await bodyOf(request))
        : undefined;
  return found ?? { status: 404, type: 'text/plain', bytes: new TextEncoder().encode('Not found.\n') };
}

function published(options: TrustServicesOptions, path: string): Reply | undefined {
  const { authority } = options;
  switch (path) {
    case '/root.crl':
      return ok('application/pkix-crl', crl(options, authority.rootIssuer, []));
    case '/issuing.crl':
      return ok('application/pkix-crl', crl(options, authority.issuing, options.revoked()));
    case '/root.cer':
      return ok('application/pkix-cert', authority.root);
    case '/issuing.cer':
      return ok('application/pkix-cert', authority.issuing.certificate);
    default:
      return undefined;
  }
}

/** Nobody else's body is read. */
const asked: ReadonlySet<string> = new Set(['/ocsp', '/tsa']);

function onRequest(options: TrustServicesOptions, path: string, body: Uint8Array): Reply {
  return path === '/ocsp'
    ? ok('application/ocsp-response', ocsp(options, body))
    : ok('application/timestamp-reply', stamp(options, body));
}

function ok(type: string, bytes: Uint8Array): Reply {
  return { status: 200, type, bytes };
}

function crl(
  { clock }: TrustServicesOptions,
  issuer: CertificateAuthority['issuing'],
  revoked: readonly Revocation[],
): Uint8Array {
  const thisUpdate = clock.now();
  return issueCrl({
    issuer,
    revoked,
    thisUpdate,
    nextUpdate: validity.notAfter,
    number: Math.floor(Date.parse(thisUpdate) / 1000),
  });
}

function ocsp({ authority, clock, revoked }: TrustServicesOptions, request: Uint8Array): Uint8Array {
  const statusOf = ({ serial }: { serial: string }): CertificateStatus => {
    const found = revoked().find((one) => one.serial === serial);
    return found === undefined ? { status: 'good' } : { status: 'revoked', at: found.at, reason: found.reason };
  };
  const { chain, privateKey } = authority.responder;
  return answerOcsp(request, {
    responderChain: chain,
    key: privateKey,
    statusOf,
    producedAt: clock.now(),
    nextUpdate: validity.notAfter,
  });
}

function stamp({ authority, clock }: TrustServicesOptions, request: Uint8Array): Uint8Array {
  const { chain, privateKey } = authority.timestamps;
  const serial = `4${randomBytes(15).toString('hex')}`;
  return answerTimestamp(request, { chain, privateKey, policy, serial, genTime: clock.now() });
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > largestRequest) throw new RangeError('too large');
  const body = await buffer(request);
  if (body.length > largestRequest) throw new RangeError('too large');
  return new Uint8Array(body);
}

function send(response: ServerResponse, status: number, type: string, bytes: Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}
