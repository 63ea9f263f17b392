import { canonicalBytes } from '@sillok/kernel';
import { type DirectoryAct, type DirectoryEvent, signedAct } from '@sillok/schemas/events/directory/all';
import { type AuthorityStatement, signedStatements } from '@sillok/schemas/statements/authority-statement';
import type { InstitutionContents } from '@sillok/service-context';
import type { PreparedSignature } from '@sillok/signing-desk';

/** An act with its statement and signature, which nobody has kept yet. */
export interface StatedAct {
  readonly act: DirectoryAct;
  readonly prepared: PreparedSignature<AuthorityStatement>;
  /** CMS in DER. */
  readonly cms: Uint8Array;
}

/** Writes all statements with their signatures as one object. */
export function keepStatements(contents: InstitutionContents, acts: readonly StatedAct[]): Promise<string> {
  const kept = acts.map(({ prepared, cms }) => ({
    statement: new TextDecoder().decode(prepared.bytes),
    signature: Buffer.from(cms).toString('base64'),
  }));
  return contents.put('statements', canonicalBytes(signedStatements.parse(kept)));
}

/** The event of an act whose statement is kept there. */
export function eventOf({ act, prepared }: StatedAct, address: string, index: number): DirectoryEvent {
  const { certificate, controlClass } = prepared.statement;
  return signedAct(act, { address, index, certificateDigest: certificate, controlClass });
}
