import { type ErrorCode, type RefusalCode, refusals } from '@sillok/schemas/vocabulary/errors';

/**
 * A "no" that is a business fact: an official or an auditor will read it. `code` comes from the closed list,
 * `field` is the path of the input that broke the rule (`line.2.person`), `details` fill the message's blanks.
 */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export function refuse(refused: ErrorCode, field?: string, details?: Refusal['details']): Refusal {
  return { refused, ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** The refusal of the closed list that somebody else wrote down; undefined for what is none. */
export function refusalCodeOf(written: unknown): RefusalCode | undefined {
  return refusals.find((one) => one === written);
}
