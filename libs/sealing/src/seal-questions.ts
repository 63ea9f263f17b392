import { createHash } from 'node:crypto';
import { questionsOfStatements, readStatement, sha256Hex } from '@sillok/evidence';
import type { Question } from '@sillok/kernel';
import type { TrustService } from '@sillok/outbound';
import { certificatesOf, verifyCades } from '@sillok/signatures/verifying';
import type { SealRequest, SignedStatement } from './seal-request.ts';

/**
 * What must pass, all of it, before the seal signs: the statements tell one story about this paper, each was signed by
 * whom it names, and no signer's certificate had ended or been revoked by now. `at` is the one instant at which the
 * signatures are seen to exist; however old they are, only revocation data of that day speaks for it.
 */
export async function sealQuestions(trust: TrustService, request: SealRequest): Promise<readonly Question[]> {
  const { statements, paper, at } = request;
  const told = questionsOfStatements(
    statements.map((one) => one.bytes),
    { sha256: sha256Hex(paper), bytes: paper.length },
  );
  const signed = await Promise.all(statements.map((one) => signatureQuestions(trust, one, at)));
  return [...told, ...signed.flat(), ...contentQuestions(request)];
}

async function signatureQuestions(
  trust: TrustService,
  { bytes, cms }: SignedStatement,
  at: string,
): Promise<readonly Question[]> {
  const revocation = await trust.revocationOf(certificatesOf(cms));
  const { questions, signer } = verifyCades(cms, {
    digest: createHash('sha256').update(bytes).digest(),
    trust: { roots: trust.roots, ...revocation },
    provenAt: at,
    signingTime: 'required',
  });
  const isNamed = signer !== undefined && signer.certificateDigest === readStatement(bytes)?.certificate;
  return [...questions, answer('signed by whom it names', isNamed)];
}

/** A container names the sealed file, which the seal itself has signed before. */
function contentQuestions({ kind, content, paper }: SealRequest): readonly Question[] {
  if (kind === 'container') return [];
  const start = content[0]?.subarray(0, paper.length) ?? new Uint8Array();
  return [answer('the content begins with the paper', Buffer.compare(start, paper) === 0)];
}

function answer(question: string, holds: boolean): Question {
  return { question, verdict: holds ? 'passed' : 'failed' };
}
