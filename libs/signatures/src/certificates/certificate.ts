import type { KeyObject } from 'node:crypto';

/** What signing and verifying need to know of one X.509 certificate (RFC 5280). */
export interface Certificate {
  readonly der: Uint8Array;
  /** SHA-256 of the DER in hex. */
  readonly digest: string;
  /** Lower-case hex. */
  readonly serial: string;
  /** The INTEGER in DER as it stands. */
  readonly serialDer: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly commonName: string | undefined;
  readonly notBefore: string;
  readonly notAfter: string;
  /** `undefined` where the key is of a kind this machine cannot read. */
  readonly publicKey: KeyObject | undefined;
  readonly spki: Uint8Array;
  readonly toBeSigned: Uint8Array;
  readonly signatureAlgorithm: string;
  /** The algorithm inside and outside the signed part is the same (RFC 5280 §4.1.1.2). */
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
  readonly extensions: CertificateExtensions;
}

export interface CertificateExtensions {
  readonly isAuthority: boolean;
  readonly pathLength: number | undefined;
  readonly keyUsage: readonly string[] | undefined;
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly extendedKeyUsageCritical: boolean;
  /** Hex. */
  readonly subjectKey: string | undefined;
  readonly authorityKey: string | undefined;
  readonly noCheck: boolean;
  /** Extensions that path validation would have to process and here does not, and extensions that occur twice. */
  readonly unprocessed: readonly string[];
}
