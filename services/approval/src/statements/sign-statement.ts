import { createHash } from 'node:crypto';
import { isControlEnough, signingKeyOf } from '@sillok/authority';
import { type Refusal, refuse } from '@sillok/kernel';
import { completeCades } from '@sillok/signatures';
import { checkCertificateNow, verifyCades } from '@sillok/signatures/verifying';
import type { ApprovalContext } from '../context.ts';
import type { PreparedStatement } from './prepared-statements.ts';

export interface SignatureEvidence {
  readonly confirmed: string | undefined;
  readonly signature: string | undefined;
}

/** The statement's CMS: the person's own, or made by the signer once the challenge is confirmed; verified either way. */
export async function signStatement(
  context: ApprovalContext,
  prepared: PreparedStatement,
  evidence: SignatureEvidence,
): Promise<Uint8Array | Refusal> {
  const now = context.clock.now();
  const directory = await context.directory.latest();
  const key = signingKeyOf(directory, prepared.personId);
  if (key?.certificateDigest !== prepared.statement.certificate) return refuse('statement-outdated', 'statementId');
  if (!isControlEnough(directory, key, now)) return refuse('control-class-too-low', 'person');
  const chain = await context.signer.certificateChain(key.keyId);
  const revocation = await context.trust.revocationOf(chain);
  const unusable = checkCertificateNow([...chain, ...context.trust.roots], now, revocation);
  if (unusable !== undefined) return refuse(unusable, 'certificate');
  const cms = await cmsOf(context, prepared, evidence);
  if (!(cms instanceof Uint8Array)) return cms;
  const verdict = verifyCades(cms, {
    digest: createHash('sha256').update(prepared.bytes).digest(),
    trust: { roots: context.trust.roots, ...revocation },
    provenAt: now,
    signingTime: 'required',
  });
  if (verdict.questions.some((question) => question.verdict === 'failed'))
    return refuse('signature-invalid', 'signature');
  if (verdict.signer?.certificateDigest !== key.certificateDigest) return refuse('certificate-of-another', 'signature');
  return cms;
}

async function cmsOf(
  context: ApprovalContext,
  prepared: PreparedStatement,
  { confirmed, signature }: SignatureEvidence,
): Promise<Uint8Array | Refusal> {
  if (signature !== undefined) return new Uint8Array(Buffer.from(signature, 'base64'));
  if (confirmed === undefined)
    return refuse('input-invalid', 'confirmed', { rule: 'confirmed or signature is needed' });
  if (confirmed !== challengeOf(prepared)) return refuse('signature-invalid', 'confirmed');
  await context.signer.authorise(prepared.handle, {
    kind: 'demo-confirmation',
    confirmed: Buffer.from(confirmed, 'hex'),
  });
  return completeCades(prepared.cades, await context.signer.complete(prepared.handle));
}

export function challengeOf(prepared: PreparedStatement): string {
  return createHash('sha256').update(prepared.cades.toBeSigned).digest('hex');
}
