import type { InspectionFinding } from '@sillok/schemas/api/archive/submission';

/** What a check finds, before anybody knows which item it is about. */
export type Found = Omit<InspectionFinding, 'documentId'>;

/** What one check looked at, and what it found there. */
export interface Checked {
  readonly check: string;
  /** How many things it looked at. */
  readonly done: number;
  readonly found: readonly Found[];
}

export function blockingFinding(code: string, path: string, message: string): Found {
  return { code, path, message, blocking: true };
}
