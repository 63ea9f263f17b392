import type { Checkpoint } from '@sillok/ledger';
import type { Trust } from '@sillok/signatures/verifying';

/** What a verifier brings from outside. Whatever is missing here can only make an answer less certain. */
export interface Anchors {
  readonly trust: Trust;
  /** Verifier keys (c2sp.org/signed-note) of logs and of witnesses. */
  readonly witnesses: readonly string[];
  /** The newest checkpoint that is known of a log. */
  readonly newest?: NewestCheckpoint;
}

/** Opened under the witnesses when it was read, or why it did not open. */
export type NewestCheckpoint = Checkpoint | { readonly fault: string };

export const noAnchors: Anchors = { trust: { roots: [], crls: [], ocsp: [] }, witnesses: [] };
