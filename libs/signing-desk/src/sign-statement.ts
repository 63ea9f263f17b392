import { createHash } from 'node:crypto';
import { type DirectoryReader, isControlEnough, signingKeyOf } from '@sillok/authority';
import { type Clock, type Refusal, refuse } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import type { Signer } from '@sillok/signatures';
import { checkCertificateNow, verifyCades } from '@sillok/signatures/verifying';
import { challengeOf, completeSignature, type SignableStatement } from './prepare-signature.ts';
import type { PreparedStatement } from './prepared-statements.ts';

/** What signing needs of a service. */
export interface SigningDesk {
  readonly clock: Clock;
  readonly directory: DirectoryReader;
  /** Signs for people who confirm; which keys it holds is the pack's and the installation's business. */
  readonly signer: Signer;
  readonly trust: TrustService;
}

export interface SignatureEvidence {
  readonly confirmed: string | undefined;
  readonly signature: string | undefined;
}

/** The statement's CMS: the person's own, or made by the signer once the challenge is confirmed; verified either way. */
export async function signStatement(
  desk: SigningDesk,
  prepared: PreparedStatement<SignableStatement>,
  evidence: SignatureEvidence,
): Promise<Uint8Array | Refusal> {
  const now = desk.clock.now();
  const directory = await desk.directory.latest();
  const key = signingKeyOf(directory, prepared.personId);
  if (key?.certificateDigest !== prepared.statement.certificate) return refuse('statement-outdated', 'statementId');
  if (!isControlEnough(directory, key, now)) return refuse('control-class-too-low', 'person');
  const chain = await desk.signer.certificateChain(key.keyId);
  const revocation = await desk.trust.revocationOf(chain);
  const unusable = checkCertificateNow([...chain, ...desk.trust.roots], now, revocation);
  if (unusable !== undefined) return refuse(unusable, 'certificate');
  const cms = await cmsOf(desk, prepared, evidence);
  if (!(cms instanceof Uint8Array)) return cms;
  const verdict = verifyCades(cms, {
    digest: createHash('sha256').update(prepared.bytes).digest(),
    trust: { roots: desk.trust.roots, ...revocation },
    provenAt: now,
    signingTime: 'required',
  });
  if (verdict.questions.some((question) => question.verdict === 'failed'))
    return refuse('signature-invalid', 'signature');
  if (verdict.signer?.certificateDigest !== key.certificateDigest) return refuse('certificate-of-another', 'signature');
  return cms;
}

async function cmsOf(
  { signer }: SigningDesk,
  prepared: PreparedStatement<SignableStatement>,
  { confirmed, signature }: SignatureEvidence,
): Promise<Uint8Array | Refusal> {
  if (signature !== undefined) return new Uint8Array(Buffer.from(signature, 'base64'));
  if (confirmed === undefined)
    return refuse('input-invalid', 'confirmed', { rule: 'confirmed or signature is needed' });
  if (confirmed !== challengeOf(prepared)) return refuse('signature-invalid', 'confirmed');
  return completeSignature(signer, prepared, confirmed);
}
