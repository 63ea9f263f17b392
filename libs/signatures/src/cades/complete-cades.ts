import type { PreparedCades } from './prepare-cades.ts';
import { encodeSignedData } from './signed-data.ts';

/** The CMS in DER. `signature` is the key's answer to `toBeSigned`: for ECDSA in DER, for RSA PKCS#1 v1.5. */
export function completeCades(prepared: PreparedCades, signature: Uint8Array): Uint8Array {
  return encodeSignedData({ ...prepared.parts, signature, unsignedAttributes: [] });
}
