import type { ApprovalMode } from '@sillok/schemas/vocabulary/line';

export interface SignedStatement {
  readonly bytes: Uint8Array;
  readonly cms: Uint8Array;
}

/** One signed step of the line, with what its box shows. */
export interface SignedStep extends SignedStatement {
  readonly step: number;
  readonly version: number;
  readonly personId: string;
  readonly principalId: string | undefined;
  readonly at: string;
  readonly mode: ApprovalMode | undefined;
  readonly hasOpinion: boolean;
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

/** An acknowledgement needs nobody's approval: it says what the institution's own system did. */
export interface AcknowledgementRequest {
  readonly keyId: string;
  /** The canonical bytes of an acknowledgement in the institution's own name. */
  readonly acknowledgement: Uint8Array;
  readonly at: string;
}

/** What the institution's own scanner did; the seal compares statement, scan and manifest before it signs the manifest. */
export interface DigitisationRequest {
  readonly keyId: string;
  /** The canonical bytes of a digitisation statement in the institution's own name. */
  readonly digitisation: Uint8Array;
  readonly scan: Uint8Array;
  /** An ASiC manifest that names these two files and nothing else: what will be signed. */
  readonly manifest: Uint8Array;
  readonly at: string;
}

/** A package of records under the institution's own name; that it may be sent or kept was decided before it was built. */
export interface PackageRequest {
  readonly keyId: string;
  /** The exact bytes of the root METS. */
  readonly mets: Uint8Array;
  readonly at: string;
}

/** What the institution, being the archives, says of a submission. */
export interface TransferReceiptRequest {
  readonly keyId: string;
  /** The canonical bytes of a receipt in the institution's own name. */
  readonly receipt: Uint8Array;
  readonly at: string;
}
