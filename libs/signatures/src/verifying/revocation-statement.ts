/** What one CRL or OCSP answer, signed by who may sign it, says of one certificate. */
export interface RevocationStatement {
  readonly thisUpdate: string;
  readonly nextUpdate: string | undefined;
  /** `undefined`: good. */
  readonly revokedAt: string | undefined;
}
