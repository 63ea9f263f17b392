import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { gatekeeper } from './peer-access.ts';
import { appendTo } from './peer-append.ts';
import type { PeerFaults } from './peer-faults.ts';
import { peerFaults } from './peer-faults.ts';
import { PeerLog } from './peer-log.ts';
import { readFrom } from './peer-read.ts';
import type { PeerTls } from './peer-tls.ts';

export interface EsdbPeer extends Pick<PeerFaults, 'breakAt'> {
  readonly connectionString: string;
  readonly log: PeerLog;
  /** Every connection breaks, here and now. */
  breakConnections(): void;
  /** While it is away nobody gets through. */
  goAway(): void;
  comeBack(): void;
  close(): Promise<void>;
}

export interface EsdbPeerOptions {
  readonly tls?: PeerTls;
  /** `name:password` of the only user that is let in. */
  readonly user?: string;
}

/**
 * Speaks as much of the server's protocol as the adapter relies on, over a real connection that can be broken.
 * docs/eventstoredb.md says what that is.
 */
export async function startEsdbPeer({ tls, user }: EsdbPeerOptions = {}): Promise<EsdbPeer> {
  const log = new PeerLog();
  const gate = openGate();
  const faults = peerFaults(gate.breakConnections);
  const server = new Server();
  const isLetIn = gatekeeper(user);
  server.addService(streamsGrpc.StreamsService, {
    append: appendTo(log, faults, isLetIn),
    read: readFrom(log, faults, isLetIn),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', serverCredentials(tls), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const gatePort = await gate.listen(port);
  return {
    connectionString:
      tls === undefined
        ? `esdb://127.0.0.1:${gatePort}?tls=false`
        : `esdb://localhost:${gatePort}?tlsCAFile=${tls.rootFile}`,
    log,
    breakAt: faults.breakAt,
    breakConnections: gate.breakConnections,
    goAway: () => gate.shut(true),
    comeBack: () => gate.shut(false),
    async close() {
      await gate.close();
      server.forceShutdown();
    },
  };
}

function serverCredentials(tls: PeerTls | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  return ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
}

/** Stands between client and server, so that a connection can be broken without either's doing. */
function openGate() {
  const sockets = new Set<Socket>();
  let isShut = false;
  let inner = 0;
  const gate = createServer((outside) => {
    if (isShut) return outside.destroy();
    const inside = connect(inner, '127.0.0.1');
    for (const socket of [outside, inside]) {
      sockets.add(socket.setNoDelay());
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        outside.destroy();
        inside.destroy();
      });
    }
    outside.pipe(inside).pipe(outside);
  });
  const breakConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    breakConnections,
    shut(shut: boolean) {
      isShut = shut;
      if (shut) breakConnections();
    },
    async listen(port: number): Promise<number> {
      inner = port;
      await once(gate.listen(0, '127.0.0.1'), 'listening');
      const address = gate.address();
      return typeof address === 'object' && address !== null ? address.port : 0;
    },
    async close() {
      const closed = once(gate, 'close');
      gate.close();
      breakConnections();
      await closed;
    },
  };
}
