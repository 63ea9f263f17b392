import type { Checkpoint } from '@sillok/ledger';
import type { Trust } from '@sillok/signatures/verifying';

/** What a verifier brings from outside. Whatever is missing here can only make an answer less certain. */
export interface Anchors {
  readonly trust: Trust;
  /** Verifier keys (c2sp.org/signed-note) of logs and of witnesses. */
  readonly witnesses: readonly string[];
  /** The newest checkpoint that is known of a log; its signatures were checked when it was read. */
  readonly newest?: Checkpoint;
}

export const noAnchors: Anchors = { trust: { roots: [], crls: [], ocsp: [] }, witnesses: [] };
