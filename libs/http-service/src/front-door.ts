import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { SillokError } from '@sillok/kernel';
import { problemMediaType, problemOf } from './problem.ts';

/** One listener for all institutions of a machine, on loopback only. */
export interface FrontDoor {
  readonly port: number;
  /** Lets running requests finish for at most five seconds. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

export interface FrontDoorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** By host name without port, in lower case; asked at each request. */
  readonly hosts: () => ReadonlyMap<string, RequestListener>;
}

/** Throws PORT_TAKEN when another program listens there. */
export async function createFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const listener: RequestListener = (request, response) => dispatch(options, request, response);
  const servers = [createDoor(listener)];
  const [first] = servers;
  if (first === undefined) throw new RangeError('no server');
  const port = await listen(first, options.port, '127.0.0.1');
  const second = createDoor(listener);
  try {
    await listen(second, port, '::1');
    servers.push(second);
  } catch (error) {
    // A machine without IPv6 is served on IPv4 alone.
    if (error instanceof SillokError) {
      await stopServer(first);
      throw error;
    }
  }
  let stopping: Promise<void> | undefined;
  return {
    port,
    stop: () => (stopping ??= Promise.all(servers.map(stopServer)).then(() => undefined)),
  };
}

const times = { headersTimeout: 10_000, requestTimeout: 300_000, keepAliveTimeout: 5_000 } as const;

function createDoor(listener: RequestListener): Server {
  return createServer({ ...times, maxHeaderSize: 16_384, requireHostHeader: true }, listener);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asPortTaken(error, port)));
    server.listen({ port, host, exclusive: true }, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function asPortTaken(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
  return new SillokError('PORT_TAKEN', `port ${port} is taken`, { details: { port }, cause: error });
}

function dispatch(options: FrontDoorOptions, request: IncomingMessage, response: ServerResponse): void {
  // Of two names Node would take the first and a proxy may have taken the second (RFC 9112 §3.2).
  const isOneHost = request.headersDistinct['host']?.length === 1;
  const handle = options.hosts().get(hostName(request.headers.host ?? ''));
  if (!isOneHost) misdirected(response, 400);
  else if (handle !== undefined) handle(request, response);
  else misdirected(response, 421);
}

function hostName(header: string): string {
  return header.toLowerCase().replace(/:\d*$/, '');
}

/** RFC 9110 §15.5.20. */
function misdirected(response: ServerResponse, status: number): void {
  const problem = { ...problemOf({ refused: 'host-unknown' }, 'en', ''), status };
  response.writeHead(status, { 'content-type': problemMediaType, connection: 'close' });
  response.end(JSON.stringify(problem));
}

const graceMilliseconds = 5_000;

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Connections that become idle after `close` would otherwise stay until their keep-alive ends.
    const sweep = setInterval(() => server.closeIdleConnections(), 25);
    const end = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
  });
}
