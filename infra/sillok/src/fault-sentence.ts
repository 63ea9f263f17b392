import { messageFor } from '@sillok/schemas/messages/message-for';
import { type ErrorCode, faults, refusals } from '@sillok/schemas/vocabulary/errors';

/** One sentence for whoever stands before the terminal. */
export function faultSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = [...refusals, ...faults].find((one): one is ErrorCode => one === code);
  if (known === undefined || known === 'UNEXPECTED')
    return `sillok: ${error instanceof Error ? error.message : String(error)}`;
  const details =
    error instanceof Error && 'details' in error && typeof error.details === 'object' ? error.details : {};
  const more = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
  return `sillok: ${messageFor(known, 'en', Object.fromEntries(Object.entries(details ?? {})))}${more}`;
}
