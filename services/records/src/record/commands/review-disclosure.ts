import { type Refusal, refuse } from '@sillok/kernel';
import type { DisclosureReviewed } from '@sillok/schemas/events/records/disclosure-reviewed';
import type { Disclosure } from '@sillok/schemas/vocabulary/official-document';
import type { Custody } from '../../folder/state.ts';
import type { RecordState } from '../state.ts';

export interface ReviewDisclosure {
  readonly type: 'ReviewDisclosure';
  readonly documentId: string;
  /** The class with which the document came into being. */
  readonly established: Disclosure;
  readonly to: Disclosure;
  readonly reason: string;
  readonly on: string;
  /** For whom the person speaks, and who decides about the folder and what lies in it. */
  readonly by: 'unit' | 'records-centre';
  readonly custody: Custody;
  /** The statute's grounds that are in force. */
  readonly grounds: readonly string[];
}

/** One record, with a reason; that it stays as it was is a result too (ACT 35). */
export function reviewDisclosure(
  command: ReviewDisclosure,
  state: RecordState,
): readonly DisclosureReviewed[] | Refusal {
  const { documentId, to, reason, on } = command;
  if (state.passed !== undefined || command.custody === 'archives') return refuse('custody-elsewhere', 'documentId');
  if (state.closedFor !== undefined) return refuse('transfer-under-way', 'documentId');
  if (command.by === 'unit' && command.custody !== 'unit') return refuse('custody-elsewhere', 'documentId');
  if (to.class !== 'open' && to.grounds.length === 0) return refuse('ground-required', 'grounds');
  const isKnown = to.grounds.every((ground) => command.grounds.includes(ground));
  if (!isKnown || (to.class === 'open' && to.grounds.length > 0)) return refuse('ground-not-allowed', 'grounds');
  const from = state.disclosure ?? command.established;
  return [{ type: 'records.DisclosureReviewed.v1', data: { documentId, from, to, on }, sealed: { reason } }];
}
