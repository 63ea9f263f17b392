import type { Refusal } from '@sillok/kernel';
import { refuse } from '@sillok/kernel';
import { type ErrorCode, refusals } from '@sillok/schemas/vocabulary/errors';
import { isErrorCode } from './problem.ts';

// Fastify's own complaints about a request. Everything else of Fastify's is our mistake.
const codeOfFastify: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-supported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'input-invalid',
  FST_ERR_BAD_URL: 'input-invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'input-invalid',
};

/**
 * What the outside may know of an error: refusals with field and details, faults by their code alone, the rest as
 * UNEXPECTED.
 */
export function refusalOfError(error: unknown, limitBytes: number): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('input-too-large', undefined, { limit: limitBytes });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return mediaTypeRefusal('application/json');
  if (typeof code === 'string' && codeOfFastify[code] !== undefined) {
    return refuse(codeOfFastify[code], 'request', { rule: 'well-formed' });
  }
  if (!isErrorCode(code)) return refuse('UNEXPECTED');
  if (!refusals.some((refusal) => refusal === code)) return refuse(code);
  return refuse(code, textMember(error, 'field'), detailsOf(error));
}

export function mediaTypeRefusal(expected: string): Refusal {
  return refuse('media-type-not-supported', undefined, { expected });
}

function textMember(error: unknown, name: string): string | undefined {
  if (!(error instanceof Error) || !(name in error)) return undefined;
  const member: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
  return typeof member === 'string' ? member : undefined;
}

function detailsOf(error: unknown): Refusal['details'] {
  if (!(error instanceof Error) || !('details' in error)) return undefined;
  const { details } = error;
  if (typeof details !== 'object' || details === null) return undefined;
  const entries = Object.entries(details).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
