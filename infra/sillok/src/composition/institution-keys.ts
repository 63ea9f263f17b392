import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { keyFile } from '@sillok/small-country';

/** The Ed25519 keys of an institution's log and of itself as a witness. */
export interface InstitutionKeys {
  readonly ledgerKey: KeyObject;
  readonly witnessKey: KeyObject;
}

/** Made on first use, which may be before the institution opens: its neighbours must know them. */
export function institutionKeys(folder: string): InstitutionKeys {
  return {
    ledgerKey: keyFile(join(folder, 'keys', 'ledger.key'), 'ed25519'),
    witnessKey: keyFile(join(folder, 'keys', 'witness.key'), 'ed25519'),
  };
}
