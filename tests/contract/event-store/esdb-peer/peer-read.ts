import { once } from 'node:events';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { IsLetIn } from './peer-access.ts';
import { accessDenied } from './peer-access.ts';
import type { PeerFaults } from './peer-faults.ts';
import type { PeerLog, PeerRecord } from './peer-log.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  nameIn,
  notFoundMessage,
} from './peer-messages.ts';

type Call = ServerWritableStream<streamsPb.ReadReq, streamsPb.ReadResp>;
type Options = streamsPb.ReadReq.Options;

export function readFrom(log: PeerLog, faults: PeerFaults, isLetIn: IsLetIn) {
  return async (call: Call): Promise<void> => {
    call.on('error', () => undefined);
    if (!isLetIn(call)) return void call.emit('error', accessDenied());
    const options = call.request.getOptions() ?? new streamsPb.ReadReq.Options();
    try {
      if (options.hasSubscription()) await tell(call, log, options, faults);
      else await read(call, log, options, faults);
    } catch (error) {
      if (!call.cancelled) throw error;
    }
    call.end();
  };
}

async function read(call: Call, log: PeerLog, options: Options, faults: PeerFaults): Promise<void> {
  const stream = options.getStream();
  const name = nameIn(stream?.getStreamIdentifier());
  const records = stream === undefined ? log.records : log.stream(name);
  if (records === undefined) return send(call, notFoundMessage(name));
  const isBackwards = options.getReadDirection() === streamsPb.ReadReq.Options.ReadDirection.BACKWARDS;
  const asked = isBackwards ? [...records].reverse() : records.slice(firstRevision(stream));
  const count = Math.min(Number(options.getCount()), asked.length);
  for (const record of asked.slice(0, count)) {
    await send(call, eventMessage(record));
    if (faults.isDue('while-telling')) return;
  }
}

function firstRevision(stream: streamsPb.ReadReq.Options.StreamOptions | undefined): number {
  return stream?.hasRevision() === true ? Number(stream.getRevision()) : 0;
}

/** Confirms, tells what is there, says so, tells what comes: what the filter leaves out shows in checkpoints alone. */
async function tell(call: Call, log: PeerLog, options: Options, faults: PeerFaults): Promise<void> {
  const { after, isWanted, isCheckpointDue } = wishesIn(options);
  const mark = marks(call);
  await send(call, confirmationMessage());
  const onLive = async (last: PeerRecord | undefined) => {
    await mark(last);
    await send(call, caughtUpMessage());
  };
  for await (const record of records(call, log, firstAfter(log.records, after), onLive)) {
    if (isWanted(record)) await send(call, eventMessage(record));
    if (isWanted(record) && faults.isDue('while-telling')) return;
    if (isCheckpointDue()) await mark(record);
  }
}

/** What is there and, after `onLive`, what comes, until the call is cancelled. */
async function* records(
  call: Call,
  log: PeerLog,
  first: number,
  onLive: (last: PeerRecord | undefined) => Promise<void>,
): AsyncGenerator<PeerRecord> {
  let next = first;
  let isLive = false;
  while (!call.cancelled) {
    const record = log.records[next];
    if (record !== undefined) {
      next += 1;
      yield record;
    } else if (isLive) await more(call, log);
    else {
      isLive = true;
      await onLive(log.records[next - 1]);
    }
  }
}

function wishesIn(options: Options) {
  const filter = options.getFilter();
  const interval = Math.max(1, (filter?.getMax() ?? 32) * (filter?.getCheckpointintervalmultiplier() ?? 1));
  const prefixes = filter?.getStreamIdentifier()?.getPrefixList() ?? [''];
  const position = options.getAll()?.getPosition();
  let considered = 0;
  return {
    after: position === undefined ? -1 : Number(position.getCommitPosition()),
    isWanted: ({ stream }: PeerRecord) => prefixes.some((prefix) => stream.startsWith(prefix)),
    isCheckpointDue() {
      considered += 1;
      return considered % interval === 0;
    },
  };
}

/** Sends a checkpoint, never the same twice. */
function marks(call: Call): (record: PeerRecord | undefined) => Promise<void> {
  let last = -1;
  return async (record) => {
    if (record === undefined || record.position <= last) return;
    last = record.position;
    await send(call, checkpointMessage(last));
  };
}

function firstAfter(records: readonly PeerRecord[], position: number): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function more(call: Call, log: PeerLog): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      log.off('stored', goOn);
      call.off('cancelled', goOn);
      resolve();
    };
    log.on('stored', goOn);
    call.on('cancelled', goOn);
    if (call.cancelled) goOn();
  });
}

async function send(call: Call, message: streamsPb.ReadResp): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  const stop = new AbortController();
  const cancelled = once(call, 'cancelled', { signal: stop.signal }).catch(() => undefined);
  await Promise.race([once(call, 'drain', { signal: stop.signal }).catch(() => undefined), cancelled]);
  stop.abort();
}
