import { createHash } from 'node:crypto';
import { questionsOfStatements, readStatement, sha256Hex } from '@sillok/evidence';
import { SillokError, worstFirst, worstOf } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import {
  addSignatureTimestamp,
  completeCades,
  prepareCades,
  type Signer,
  type TimestampClient,
} from '@sillok/signatures';
import { checkCertificateNow, verifyCades } from '@sillok/signatures/verifying';

export interface SignedStatement {
  readonly bytes: Uint8Array;
  readonly cms: Uint8Array;
}

/** What the seal is asked to sign, and why it may: from bytes alone. */
export interface SealRequest {
  readonly keyId: string;
  /** What will be signed: the file around its signature's place, or a container's manifest. */
  readonly content: readonly Uint8Array[];
  /** The frozen paper that the statements are about; the content begins with it, or names it. */
  readonly paper: Uint8Array;
  readonly statements: readonly SignedStatement[];
  readonly sentence: string;
  readonly at: string;
}

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
      const prepared = prepareCades({ digest: hash.digest(), chain });
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
  const paper = { sha256: sha256Hex(request.paper), bytes: request.paper.length };
  const questions = [
    ...questionsOfStatements(
      request.statements.map((one) => one.bytes),
      paper,
    ),
  ];
  for (const { bytes, cms } of request.statements) {
    const verdict = verifyCades(cms, {
      digest: createHash('sha256').update(bytes).digest(),
      trust: { roots: trust.roots, ...(await trust.revocationOf(chainOf(cms))) },
      provenAt: request.at,
    });
    const isSigner = verdict.signer?.certificateDigest === readStatement(bytes)?.certificate;
    questions.push(...verdict.questions, {
      question: 'signed by whom it names',
      verdict: isSigner ? 'passed' : 'failed',
    });
  }
  if (worstOf(questions) !== 'failed') return;
  const [worst] = worstFirst(questions);
  throw new SillokError('signature-invalid', `the seal refuses: ${worst?.question ?? ''}`, { field: 'statements' });
}

// The revocation data of a person's certificate was asked when the person signed; the seal asks for its own chain only.
function chainOf(_cms: Uint8Array): readonly Uint8Array[] {
  return [];
}
