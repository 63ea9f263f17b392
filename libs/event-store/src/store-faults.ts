import { SillokError } from '@sillok/kernel';

export function wrongRevision(stream: string, expected: number, actual: number): SillokError {
  const message = `${stream} stands at revision ${actual}, not at ${expected}`;
  return new SillokError('EVENT_STORE_WRONG_REVISION', message, { details: { stream, expected, actual } });
}

export function storeClosed(cause?: unknown): SillokError {
  const message = cause === undefined ? 'the event store is closed' : 'the event store stopped';
  return new SillokError('EVENT_STORE_CLOSED', message, { cause });
}
