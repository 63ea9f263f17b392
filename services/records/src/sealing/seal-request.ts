export interface SignedStatement {
  readonly bytes: Uint8Array;
  readonly cms: Uint8Array;
}

/** What the seal is asked to sign, and why it may: from bytes alone. */
export interface SealRequest {
  readonly keyId: string;
  /** A container's signature claims the time `at`; within a PDF that is forbidden (EN 319 142-1 §6.3). */
  readonly kind: 'pdf' | 'container';
  /** What will be signed: the file around its signature's place, or a container's manifest. */
  readonly content: readonly Uint8Array[];
  /** The frozen paper that the statements are about; a PDF's content begins with it. */
  readonly paper: Uint8Array;
  readonly statements: readonly SignedStatement[];
  readonly sentence: string;
  readonly at: string;
}
