import type { Certificate } from '../certificates/certificate.ts';
import { readableCertificates } from '../certificates/read-certificate.ts';
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

/** Trust as it was read once for all that is verified under it. */
export interface ReadTrust {
  readonly roots: readonly Certificate[];
  readonly evidence: ReadEvidence;
}

export function readTrust(trust: Trust): ReadTrust {
  return { roots: readableCertificates(trust.roots), evidence: readEvidence(trust) };
}

/** Unreadable evidence counts as none. */
export function readEvidence(evidence: RevocationEvidence): ReadEvidence {
  return {
    crls: evidence.crls.flatMap((der) => tryCrl(der) ?? []),
    ocsp: evidence.ocsp.flatMap((der) => tryOcsp(der) ?? []),
  };
}
