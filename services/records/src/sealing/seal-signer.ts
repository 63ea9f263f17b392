import { createHash } from 'node:crypto';
import { SillokError, worstFirst, worstOf } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import {
  addSignatureTimestamp,
  completeCades,
  prepareCades,
  type Signer,
  type TimestampClient,
} from '@sillok/signatures';
import { checkCertificateNow } from '@sillok/signatures/verifying';
import { sealQuestions } from './seal-questions.ts';
import type { SealRequest } from './seal-request.ts';

/** Signs in the institution's name and for nobody's asking: it reads the statements itself and refuses otherwise. */
export interface SealSigner {
  /** CAdES B-T in DER. Throws signature-invalid, certificate-not-valid-now, certificate-revoked. */
  sign(request: SealRequest): Promise<Uint8Array>;
}

export interface SealSignerOptions {
  readonly signer: Signer;
  readonly trust: TrustService;
  readonly timestamps: TimestampClient;
}

export function createSealSigner(options: SealSignerOptions): SealSigner {
  return {
    async sign(request) {
      await assertApproved(options.trust, request);
      const chain = await options.signer.certificateChain(request.keyId);
      const revocation = await options.trust.revocationOf(chain);
      const unusable = checkCertificateNow([...chain, ...options.trust.roots], request.at, revocation);
      if (unusable !== undefined) throw new SillokError(unusable, 'the seal cannot sign now', { field: 'seal' });
      const hash = createHash('sha256');
      for (const part of request.content) hash.update(part);
      const prepared = prepareCades({
        digest: hash.digest(),
        chain,
        ...(request.kind === 'container' ? { signedAt: request.at } : {}),
      });
      const signature = await signWith(options.signer, request, prepared.toBeSigned);
      const token = await options.timestamps.stamp(createHash('sha256').update(signature).digest());
      return addSignatureTimestamp(completeCades(prepared, signature), token);
    },
  };
}

async function signWith(signer: Signer, { keyId, sentence }: SealRequest, toBeSigned: Uint8Array): Promise<Uint8Array> {
  const { handle, challenge } = await signer.prepare({ keyId, toBeSigned, sentence });
  await signer.authorise(handle, { kind: 'demo-confirmation', confirmed: challenge });
  return signer.complete(handle);
}

async function assertApproved(trust: TrustService, request: SealRequest): Promise<void> {
  const questions = await sealQuestions(trust, request);
  if (worstOf(questions) === 'passed') return;
  const [worst] = worstFirst(questions);
  throw new SillokError('signature-invalid', `the seal refuses: ${worst?.question ?? ''} ${worst?.reason ?? ''}`, {
    field: 'statements',
  });
}
