import { Worker } from 'node:worker_threads';
import { SillokError } from '@sillok/kernel';
import type { AppendResult, EventToAppend } from '../event-store.ts';
import { positionAt } from '../positions.ts';
import { storeClosed, wrongRevision } from '../store-faults.ts';
import type { AppendOutcome, AppendRequest } from './sqlite-append.ts';
import type { WriterData, WriterOrder, WriterReport } from './sqlite-writer.ts';

export interface WriterThread {
  append(stream: string, expectedRevision: number, events: readonly EventToAppend[]): Promise<AppendResult>;
  /** Resolves when the thread is gone, with all that was asked before done. */
  stop(): Promise<void>;
}

export interface WriterEvents {
  onAppended(): void;
  /** The thread is gone, asked or not. */
  onEnd(cause: unknown): void;
}

interface Pending {
  readonly request: AppendRequest;
  readonly answer: PromiseWithResolvers<AppendResult>;
}

export function startWriterThread(data: WriterData, events: WriterEvents): WriterThread {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData: data });
  const pending = new Map<number, Pending>();
  const ended = endOf(worker, pending, events);
  worker.on('message', (report: WriterReport) => {
    for (const outcome of report) settle(pending, outcome);
    events.onAppended();
  });
  const post = collected((order: WriterOrder) => worker.postMessage(order));
  let tickets = 0;
  return {
    append(stream, expectedRevision, toAppend) {
      tickets += 1;
      const request = { ticket: tickets, stream, expectedRevision, events: toAppend.map(copyOf) };
      const answer = Promise.withResolvers<AppendResult>();
      pending.set(tickets, { request, answer });
      post(request);
      return answer.promise;
    },
    stop() {
      // After the microtasks, so that what was asked before is also sent before.
      queueMicrotask(() => worker.postMessage('stop' satisfies WriterOrder));
      return ended;
    },
  };
}

// One message for all appends of a turn: sending costs more than carrying.
function collected(send: (requests: readonly AppendRequest[]) => void): (request: AppendRequest) => void {
  let waiting: AppendRequest[] = [];
  return (request) => {
    if (waiting.push(request) > 1) return;
    queueMicrotask(() => {
      send(waiting);
      waiting = [];
    });
  };
}

function endOf(worker: Worker, pending: Map<number, Pending>, events: WriterEvents): Promise<void> {
  let cause: unknown;
  worker.on('error', (error) => {
    cause = error;
  });
  return new Promise((resolve) => {
    worker.on('exit', () => {
      for (const { answer } of pending.values()) answer.reject(storeClosed(cause));
      pending.clear();
      events.onEnd(cause);
      resolve();
    });
  });
}

function settle(pending: Map<number, Pending>, outcome: AppendOutcome): void {
  const asked = pending.get(outcome.ticket);
  if (asked === undefined) return;
  pending.delete(outcome.ticket);
  const { request, answer } = asked;
  if (outcome.kind === 'appended') {
    answer.resolve({ position: positionAt(outcome.position), revision: outcome.revision });
  } else if (outcome.kind === 'wrong-revision') {
    answer.reject(wrongRevision(request.stream, request.expectedRevision, outcome.actual));
  } else {
    answer.reject(new SillokError('DISK_FULL', 'no room for the append', { details: { stream: request.stream } }));
  }
}

// Sending a view sends the whole buffer under it, and the caller may go on writing to its own.
function copyOf(event: EventToAppend): EventToAppend {
  return { id: event.id, type: event.type, mac: event.mac, bytes: new Uint8Array(event.bytes) };
}
