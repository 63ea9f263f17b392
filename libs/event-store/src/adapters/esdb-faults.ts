import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { SillokError } from '@sillok/kernel';

/**
 * Another try may fare better: the connection broke, the server starts, is busy, chooses a leader, or ran out of time.
 * Whether an append that ended so was stored is unknown.
 */
export function isPassing(error: unknown): boolean {
  const passing = [UnavailableError, CancelledError, DeadlineExceededError, TimeoutError, NotLeaderError, UnknownError];
  // Node's own errors of a connection (refused, reset) come through as they are while the cluster is looked up.
  return passing.some((kind) => error instanceof kind) || (error instanceof Error && 'syscall' in error);
}

/** What is left when no further try is made: EVENT_STORE_UNAVAILABLE, and our own errors as they are. */
export function esdbFault(error: unknown): unknown {
  if (error instanceof SillokError || error instanceof RangeError) return error;
  const why = error instanceof AccessDeniedError ? 'refuses these credentials' : 'did not do what it was asked';
  return new SillokError('EVENT_STORE_UNAVAILABLE', `the event store's server ${why}`, { cause: error });
}
