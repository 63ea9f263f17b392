import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventToAppend } from '../event-store.ts';
import { isDiskFull } from './sqlite-faults.ts';

export interface AppendRequest {
  readonly ticket: number;
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly EventToAppend[];
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly ticket: number; readonly position: number; readonly revision: number }
  | { readonly kind: 'wrong-revision'; readonly ticket: number; readonly actual: number }
  | { readonly kind: 'disk-full'; readonly ticket: number };

/** Many appends, one transaction, one wait for the disk. What does not fit its stream changes nothing for the others. */
export type AppendTogether = (requests: readonly AppendRequest[]) => readonly AppendOutcome[];

/** Anything but a full disk is thrown: after that nobody knows what is on the disk, and the writer must not go on. */
export function appendTogether(database: DatabaseSync): AppendTogether {
  const last = database.prepare('SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
  const insert = database.prepare(
    'INSERT INTO events (stream, revision, id, type, mac, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const commit: AppendTogether = (requests) => {
    database.exec('BEGIN IMMEDIATE');
    const outcomes = requests.map((request) => appendOne(last, insert, request));
    database.exec('COMMIT');
    return outcomes;
  };
  return (requests) => commitOrApart(database, commit, requests);
}

// The last append before the disk is full must not take the smaller ones with it that came along.
function commitOrApart(
  database: DatabaseSync,
  commit: AppendTogether,
  requests: readonly AppendRequest[],
): readonly AppendOutcome[] {
  try {
    return commit(requests);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    if (database.isTransaction) database.exec('ROLLBACK');
    if (requests.length > 1) return requests.flatMap((request) => commitOrApart(database, commit, [request]));
    return requests.map(({ ticket }) => ({ kind: 'disk-full', ticket }));
  }
}

function appendOne(last: StatementSync, insert: StatementSync, request: AppendRequest): AppendOutcome {
  const { ticket, stream, expectedRevision, events } = request;
  const actual = Number(last.get(stream)?.['revision'] ?? -1);
  if (actual !== expectedRevision) return { kind: 'wrong-revision', ticket, actual };
  let position = 0;
  let revision = actual;
  for (const event of events) {
    revision += 1;
    position = Number(insert.run(stream, revision, event.id, event.type, event.mac, event.bytes).lastInsertRowid);
  }
  return { kind: 'appended', ticket, position, revision };
}
