import { createHash } from 'node:crypto';
import { sha256Hex } from '@sillok/evidence';
import { canonicalBytes, type Json } from '@sillok/kernel';
import { completeCades, type PreparedCades, prepareCades, type Signer } from '@sillok/signatures';

/** What every statement says, whatever it is about. */
export type SignableStatement = {
  readonly certificate: string;
  readonly claimedAt: string;
  readonly sentence: string;
};

/** A statement whose signature lacks only its value. */
export interface PreparedSignature<Statement extends SignableStatement> {
  readonly statement: Statement;
  /** The statement's canonical bytes (RFC 8785): exactly these are signed and kept. */
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly cades: PreparedCades;
  /** What the signer calls it. */
  readonly handle: string;
}

/** Readies a detached CAdES signature over exactly the statement's bytes. */
export async function prepareSignature<Statement extends SignableStatement & Json>(
  signer: Signer,
  keyId: string,
  statement: Statement,
): Promise<PreparedSignature<Statement>> {
  const bytes = canonicalBytes(statement);
  const cades = prepareCades({
    digest: createHash('sha256').update(bytes).digest(),
    chain: await signer.certificateChain(keyId),
    signedAt: statement.claimedAt,
  });
  const { handle } = await signer.prepare({ keyId, toBeSigned: cades.toBeSigned, sentence: statement.sentence });
  return { statement, bytes, digest: sha256Hex(bytes), cades, handle };
}

/** What a signer confirms: the SHA-256 of what the key signs, in hex. */
export function challengeOf({ cades }: PreparedSignature<SignableStatement>): string {
  return createHash('sha256').update(cades.toBeSigned).digest('hex');
}

/** The CMS, made by the signer on a confirmation of the challenge; the signer refuses any other. */
export async function completeSignature(
  signer: Signer,
  prepared: PreparedSignature<SignableStatement>,
  confirmed: string,
): Promise<Uint8Array> {
  await signer.authorise(prepared.handle, {
    kind: 'demo-confirmation',
    confirmed: Buffer.from(confirmed, 'hex'),
  });
  return completeCades(prepared.cades, await signer.complete(prepared.handle));
}
