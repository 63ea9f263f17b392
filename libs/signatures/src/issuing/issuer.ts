import type { KeyObject } from 'node:crypto';

export interface Issuer {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
}
