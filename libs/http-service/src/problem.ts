import type { Refusal } from '@sillok/kernel';
import { messageFor } from '@sillok/schemas/messages/message-for';
import { type ErrorCode, faults, refusals } from '@sillok/schemas/vocabulary/errors';
import type { Language } from '@sillok/schemas/vocabulary/primitives';
import { z } from 'zod';
import { statusOfCode } from './status-of-code.ts';

/** RFC 9457. `code` is stable, `title` is in the reader's language, `instance` is the correlation id. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    field: z.string().optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    instance: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

export const problemMediaType = 'application/problem+json';

export function problemOf(refusal: Refusal, language: Language, correlationId: string): Problem {
  const { refused: code, field, details } = refusal;
  return {
    type: `/docs/errors#${code}`,
    title: messageFor(code, language, { ...(field === undefined ? {} : { field }), ...details }),
    status: statusOfCode[code],
    code,
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details: { ...details } }),
    instance: correlationId,
  };
}

const knownCodes: ReadonlySet<string> = new Set<string>([...refusals, ...faults]);

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && knownCodes.has(code);
}
