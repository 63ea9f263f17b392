/**
 * A key behind a door, in two phases: what is signed and the sentence shown come first, then the person's consent,
 * then the value. Remote signing (CSC API), tokens and software keys all fit.
 */
export interface Signer {
  prepare(request: SigningRequest): Promise<{ readonly handle: string; readonly challenge: Uint8Array }>;
  /** Refuses evidence over anything but exactly the challenge. */
  authorise(handle: string, evidence: SigningEvidence): Promise<void>;
  /** The signature value: for ECDSA in DER, for RSA PKCS#1 v1.5. A handle works once. */
  complete(handle: string): Promise<Uint8Array>;
  /** DER, the signer first. */
  certificateChain(keyId: string): Promise<readonly Uint8Array[]>;
}

export interface SigningRequest {
  readonly keyId: string;
  /** The signed attributes in DER; signed with SHA-256. */
  readonly toBeSigned: Uint8Array;
  /** What the signer is asked to agree to, in the signer's language. */
  readonly sentence: string;
}

export type SigningEvidence = { readonly kind: 'demo-confirmation'; readonly confirmed: Uint8Array };
