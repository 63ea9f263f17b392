import { type ReadCrl, tryCrl } from './read-crl.ts';
import { type ReadOcsp, tryOcsp } from './read-ocsp.ts';

/** What a verifier brings along. Everything is DER; nothing is fetched, whatever the input names. */
export interface Trust {
  /** Anchors from outside; their own validity is the caller's decision (RFC 5280 §6.1.1 d). Empty: never `passed`. */
  readonly roots: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly Uint8Array[];
}

export type RevocationEvidence = Pick<Trust, 'crls' | 'ocsp'>;

export interface ReadEvidence {
  readonly crls: readonly ReadCrl[];
  readonly ocsp: readonly ReadOcsp[];
}

/** Unreadable evidence counts as none. */
export function readEvidence(evidence: RevocationEvidence): ReadEvidence {
  return {
    crls: evidence.crls.flatMap((der) => tryCrl(der) ?? []),
    ocsp: evidence.ocsp.flatMap((der) => tryOcsp(der) ?? []),
  };
}
