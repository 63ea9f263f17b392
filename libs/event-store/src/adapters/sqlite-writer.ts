import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { AppendOutcome, AppendRequest } from './sqlite-append.ts';
import { appendTogether } from './sqlite-append.ts';
import { openForWriting } from './sqlite-file.ts';

export interface WriterData {
  readonly file: string;
  readonly maxBytes: number | undefined;
}

/** Appends to be made, or the wish to stop once those before are made. */
export type WriterOrder = readonly AppendRequest[] | 'stop';

export type WriterReport = readonly AppendOutcome[];

// Bounds how long the first of a crowd waits for the last.
const atMostTogether = 256;

if (parentPort !== null) writeFor(parentPort, workerData);

function writeFor(port: NonNullable<typeof parentPort>, { file, maxBytes }: WriterData): void {
  const database = openForWriting(file);
  if (maxBytes !== undefined) database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / 4096))}`);
  const append = appendTogether(database);
  port.on('message', (first: WriterOrder) => {
    const orders = [first, ...waitingOrders(port)];
    const requests = orders.flatMap((order) => (order === 'stop' ? [] : order));
    for (let from = 0; from < requests.length; from += atMostTogether) {
      port.postMessage(append(requests.slice(from, from + atMostTogether)) satisfies WriterReport);
    }
    if (!orders.includes('stop')) return;
    database.close();
    port.close();
  });
}

function* waitingOrders(port: NonNullable<typeof parentPort>): Generator<WriterOrder> {
  let next = receiveMessageOnPort(port);
  while (next !== undefined) {
    yield next.message;
    next = receiveMessageOnPort(port);
  }
}
