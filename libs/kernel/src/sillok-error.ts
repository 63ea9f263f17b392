import type { ErrorCode } from '@sillok/schemas/vocabulary/errors';
import type { Refusal } from './refusal.ts';

/** A fault: something that should have worked did not. The code is stable, the message is free. */
export class SillokError extends Error {
  override readonly name = 'SillokError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, more: SillokErrorMore = {}) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.code = code;
    this.details = more.details ?? {};
    this.field = more.field;
  }
}

export interface SillokErrorMore {
  readonly details?: Readonly<Record<string, string | number>>;
  readonly field?: string | undefined;
  readonly cause?: unknown;
}

/** Recognises by code, not by class, so that two copies of this package still understand each other. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

export function refusalAsError(refusal: Refusal): SillokError {
  return new SillokError(refusal.refused, refusal.refused, {
    field: refusal.field,
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
  });
}
